import { isFinished } from '#core/job/job.ts';
import { useJobs } from '../state/exports.ts';
import { t } from '../words/words.ts';

/** How many exports are under way; nothing while none is. */
export function QueueBadge() {
  const underWay = useJobs()?.filter((job) => !isFinished(job)).length ?? 0;
  if (underWay === 0) return null;
  return (
    <span className="min-w-5 rounded-full bg-line px-1.5 text-center text-small text-text tabular-nums">
      {underWay}
      <span className="sr-only"> {t`under way`}</span>
    </span>
  );
}
