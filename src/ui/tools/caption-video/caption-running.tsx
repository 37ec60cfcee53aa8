import { Button } from '../../parts/button.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { formatWait } from '../../view/format.ts';
import type { CaptionTool, CaptionWork } from './caption-tool.ts';

type Running = Extract<CaptionWork, { kind: 'hearing' | 'captioning' }>;

/** Work under way. It goes on while another page is shown. */
export function CaptionRunning({ tool, work }: { tool: CaptionTool; work: Running }) {
  const percent = percentOf(work);
  const left = work.kind === 'captioning' ? work.progress.etaSeconds : null;
  return (
    <section aria-label="Progress" className="flex flex-col gap-5 rounded-card border border-line p-5">
      <div className="flex flex-col gap-3">
        <p className="text-display font-semibold tabular-nums">
          {Math.floor(percent)}
          <span className="text-title text-text-muted"> %</span>
        </p>
        <ProgressBar label="Captioning" percent={percent} />
        <div className="flex justify-between gap-4 text-small">
          <span>{stepWords(work)}</span>
          <span className="text-text-muted tabular-nums">{left === null ? '' : `About ${formatWait(left)} left`}</span>
        </div>
      </div>
      <p className="text-small text-text-muted">You can use the other pages meanwhile. Keep this tab open.</p>
      <Button onClick={() => tool.cancel()}>Cancel</Button>
    </section>
  );
}

/** Of the step. */
function percentOf(work: Running): number {
  if (work.kind === 'hearing') return 100 * work.fraction;
  const { done, total } = work.progress;
  return total === 0 ? 0 : Math.min(100, (100 * done) / total);
}

function stepWords(work: Running): string {
  if (work.kind === 'hearing') return work.step === 'loading' ? 'Loading the model' : 'Listening to what is said';
  return work.progress.step === 'reading' ? 'Reading the video' : 'Putting captions on the video';
}
