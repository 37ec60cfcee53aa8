import { isFinished, type RenderJob } from '#core/job/job.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { JobActions } from './job-actions.tsx';
import { JobThumbnail } from './job-thumbnail.tsx';
import { jobProgress, jobState } from './job-words.ts';

/** One export: how far it is or what became of it, and what can be done with it. */
export function JobCard({ job, onOpen }: { job: RenderJob; onOpen: () => void }) {
  const { name } = job.project;
  const { failure, attempt } = useAttempt();
  return (
    <li className="flex gap-4 rounded-card border border-line bg-surface-2 p-3 max-lg:gap-3">
      <JobThumbnail job={job} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5">
          <h3 className="truncate font-medium" title={name}>
            {name}
          </h3>
          <div className="flex flex-wrap justify-between gap-x-4 text-small text-text-muted tabular-nums">
            <span>{jobState(job, Date.now())}</span>
            <span>{jobProgress(job)}</span>
          </div>
          {!isFinished(job) && <ProgressBar label={`Export of ${name}`} percent={job.progress} />}
          {job.status === 'failed' && (
            <p className="text-small text-danger">{job.lastError?.message ?? 'The export stopped.'}</p>
          )}
        </div>
        <JobActions job={job} attempt={attempt} onOpen={onOpen} />
        {failure && (
          <div role="alert" className="basis-full">
            <Notice severity="error">{failure}</Notice>
          </div>
        )}
      </div>
    </li>
  );
}
