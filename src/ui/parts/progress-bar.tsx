import { Progress } from 'radix-ui';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
  /** Nothing moves it now: it is not gold then. */
  readonly resting?: boolean;
}

/** A thin gold bar. It moves in steps: gliding would repaint all the time that an export runs. */
export function ProgressBar({ label, percent, resting = false }: ProgressBarProps) {
  return (
    <Progress.Root
      value={Math.round(percent)}
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-surface-3"
    >
      <Progress.Indicator
        className={`h-full origin-left rtl:origin-right ${resting ? 'bg-text-muted' : 'bg-gold'}`}
        style={{ transform: `scaleX(${percent / 100})` }}
      />
    </Progress.Root>
  );
}
