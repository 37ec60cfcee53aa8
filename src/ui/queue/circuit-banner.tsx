import { TriangleAlert } from 'lucide-react';
import type { QueueStatus } from '#app/studio/exports.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { useEditor } from '../state/editor.tsx';
import { formatWait } from '../view/format.ts';
import { t } from '../words/words.ts';
import { useNow } from './use-now.ts';

/** Why nothing runs although jobs wait: one failed after the other. And the way to find out whether that is over. */
export function CircuitBanner({ status }: { status: QueueStatus }) {
  const { exports } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  const trying = status.circuit === 'trial';
  const now = useNow(!trying);
  const wait = status.trialAt === null ? 0 : status.trialAt - now;
  return (
    <section
      aria-label={t`Exports on hold`}
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line-strong bg-surface-2 p-4"
    >
      <TriangleAlert aria-hidden className="size-5 shrink-0 text-gold-strong" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-medium">{trying ? t`One export is being tried` : t`Exports are on hold`}</h2>
        <p className="text-small text-text-muted tabular-nums">
          {trying
            ? t`If it succeeds, the others go on.`
            : `${t`The last ${status.failuresInARow} attempts failed one after the other, so the others wait.`}${wait > 0 ? ` ${t`One is tried in ${formatWait(wait / 1000)}.`}` : ''}`}
        </p>
        {failure !== null && (
          <p role="alert" className="text-small text-danger">
            {failure}
          </p>
        )}
      </div>
      {!trying && (
        <Button tone="primary" onClick={() => attempt(() => exports.queue.resume())} className="max-lg:w-full">
          {t`Try one now`}
        </Button>
      )}
    </section>
  );
}
