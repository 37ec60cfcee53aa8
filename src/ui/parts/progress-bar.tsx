import { Progress } from 'radix-ui';

/** A thin gold bar. `percent` is 0 to 100. It moves in steps: gliding would repaint all the time that an export runs. */
export function ProgressBar({ label, percent }: { label: string; percent: number }) {
  return (
    <Progress.Root
      value={Math.round(percent)}
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-surface-3"
    >
      <Progress.Indicator className="h-full origin-left bg-gold" style={{ transform: `scaleX(${percent / 100})` }} />
    </Progress.Root>
  );
}
