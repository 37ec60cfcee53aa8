import { percentOfFrame, tickStep } from '../view/seek.ts';
import { t } from '../words/words.ts';

/** Seconds along the top of the strip. */
export function Ruler({ durationSeconds, width }: { durationSeconds: number; width: number }) {
  const step = tickStep(durationSeconds, width);
  const count = Math.ceil(durationSeconds / step);
  const ticks = Array.from({ length: count }, (_, index) => index * step);
  return (
    <div aria-hidden className="relative h-5 shrink-0 overflow-hidden text-[11px] text-text-muted tabular-nums">
      {ticks.map((second) => (
        <span
          key={second}
          className="absolute top-0 h-full border-l border-line-strong pl-1.5"
          style={{ left: `${percentOfFrame(second, durationSeconds)}%` }}
        >
          {t`${second} s`}
        </span>
      ))}
    </div>
  );
}
