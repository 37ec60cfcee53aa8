import type { RenderJob } from '#core/job/job.ts';
import { ErrorInWords } from '../export/error-in-words.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { t } from '../words/words.ts';
import { JobActions } from './job-actions.tsx';
import { JobThumbnail } from './job-thumbnail.tsx';
import { type JobMoment, jobFacts, jobProgress, jobState, stepDownWords } from './job-words.ts';
import { useSpeed } from './use-speed.ts';

interface JobCardProps extends JobMoment {
  readonly job: RenderJob;
  /** Jobs that wait, with this one. */
  readonly waiting: readonly RenderJob[];
  readonly onOpen: () => void;
  /** A button of the card is pressed: it may vanish with what it does. */
  readonly onPress: (cardId: string) => void;
}

/** One export: how far it is or what became of it, and what can be done with it. */
export function JobCard({ job, waiting, onOpen, onPress, ...moment }: JobCardProps) {
  const { id, status, lastError, progress } = job;
  const { name } = job.project;
  const { failure, attempt } = useAttempt();
  const cardId = `job-${id}`;
  const begun = status === 'processing' || (status === 'pending' && progress > 0);
  return (
    <li
      aria-labelledby={cardId}
      className="grid animate-fade grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 rounded-card border border-line bg-surface-2 p-3 lg:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <JobThumbnail job={job} />
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 id={cardId} tabIndex={-1} className="rounded-thumb font-medium break-words">
          {name}
        </h3>
        <div className="flex flex-wrap justify-between gap-x-4 text-small tabular-nums">
          <span>{jobState(job, moment)}</span>
          <span className="text-text-muted">{jobProgress(job)}</span>
        </div>
        {begun && <ProgressBar label={t`Export of ${name}`} percent={progress} resting={status === 'pending'} />}
        <JobFacts job={job} />
      </div>
      <JobActions
        job={job}
        waiting={waiting}
        onOpen={onOpen}
        attempt={(action) => {
          onPress(cardId);
          attempt(action);
        }}
      />
      {(status === 'failed' || failure !== null || (status === 'pending' && lastError !== null)) && (
        <div className="col-start-2 flex flex-col gap-2 lg:col-end-4">
          {status === 'failed' && (
            <Notice severity="error">
              <ErrorInWords error={lastError} />
            </Notice>
          )}
          {status === 'pending' && lastError !== null && (
            <Notice severity="warning">
              <ErrorInWords
                error={lastError}
                advice={job.paused ? t`It is tried again when you resume it.` : t`It is tried again by itself.`}
              />
            </Notice>
          )}
          {failure !== null && (
            <div role="alert">
              <Notice severity="error">{failure}</Notice>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function JobFacts({ job }: { job: RenderJob }) {
  const speed = useSpeed(job);
  const stepDown = stepDownWords(job);
  return (
    <>
      <ul aria-label={t`Facts`} className="flex flex-wrap gap-x-3 text-small text-text-muted tabular-nums">
        {jobFacts(job, speed).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {stepDown && <p className="text-small text-text-muted">{stepDown}</p>}
    </>
  );
}
