import type { RenderJob } from '#core/job/job.ts';
import { JobCard } from './job-card.tsx';
import type { JobMoment } from './job-words.ts';
import { useNow } from './use-now.ts';

interface JobListProps {
  readonly title: string;
  readonly jobs: readonly RenderJob[];
  readonly queue: JobMoment['queue'];
  readonly onOpen: (id: string) => void;
  readonly onPress: (cardId: string) => void;
}

/** Jobs under a heading; nothing where there are none. */
export function JobList({ title, jobs, queue, onOpen, onPress }: JobListProps) {
  const now = useNow(jobs.some((job) => job.retryAt !== null));
  const waiting = jobs.filter((job) => job.status === 'pending');
  if (jobs.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-2.5">
      <h2 className="text-small text-text-muted">{title}</h2>
      <ul className="flex flex-col gap-2.5">
        {jobs.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            waiting={waiting}
            queue={queue}
            place={waiting.indexOf(job)}
            now={now}
            onOpen={() => onOpen(job.id)}
            onPress={onPress}
          />
        ))}
      </ul>
    </section>
  );
}
