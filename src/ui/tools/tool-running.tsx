import { Button } from '../parts/button.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { formatWait } from '../view/format.ts';
import { t } from '../words/words.ts';
import type { ToolStep } from './tool-work.ts';

interface ToolRunningProps<Step extends string> {
  /** Of the progress bar. */
  readonly label: string;
  readonly step: ToolStep<Step>;
  readonly words: Readonly<Record<Step, string>>;
  readonly onCancel: () => void;
}

/** Work under way. It goes on while another page is shown. */
export function ToolRunning<Step extends string>({ label, step, words, onCancel }: ToolRunningProps<Step>) {
  const percent = 100 * step.fraction;
  return (
    <section aria-label={t`Progress`} className="flex flex-col gap-5 rounded-card border border-line p-5">
      <div className="flex flex-col gap-3">
        <p className="text-display font-semibold tabular-nums">
          {Math.floor(percent)}
          <span className="text-title text-text-muted"> %</span>
        </p>
        <ProgressBar label={label} percent={percent} />
        <div className="flex justify-between gap-4 text-small">
          <span>{words[step.name]}</span>
          <span className="text-text-muted tabular-nums">
            {step.etaSeconds === null ? '' : t`About ${formatWait(step.etaSeconds)} left`}
          </span>
        </div>
      </div>
      <p className="text-small text-text-muted">{t`You can use the other pages meanwhile. Keep this tab open.`}</p>
      <Button onClick={onCancel}>{t`Cancel`}</Button>
    </section>
  );
}
