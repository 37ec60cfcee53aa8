import { useState } from 'react';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { ExportDone } from '../export/export-done.tsx';
import { PageFrame } from '../pages/page-frame.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useJobs } from '../state/exports.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { JobCard } from './job-card.tsx';
import { queueSummary } from './job-words.ts';

/** Every export of the workspace: what is under way, what became of the others, and what can be done with each. */
export function QueuePage() {
  const jobs = useJobs();
  const [watched, setWatched] = useState<string | null>(null);
  const shown = jobs?.find((job) => job.id === watched) ?? null;
  return (
    <PageFrame title="Queue" summary={jobs && queueSummary(jobs)}>
      {jobs?.length === 0 ? <EmptyQueue /> : jobs && <JobLists jobs={jobs} onOpen={setWatched} />}
      <Sheet open={shown !== null} title="Your video" onClose={() => setWatched(null)}>
        {shown && <ExportDone job={shown} />}
      </Sheet>
    </PageFrame>
  );
}

function JobLists({ jobs, onOpen }: { jobs: readonly RenderJob[]; onOpen: (id: string) => void }) {
  return (
    <div className="flex max-w-210 flex-col gap-6">
      <JobList title="Under way" jobs={jobs.filter((job) => !isFinished(job)).reverse()} onOpen={onOpen} />
      <JobList title="Finished" jobs={jobs.filter(isFinished)} onOpen={onOpen} />
    </div>
  );
}

function JobList(props: { title: string; jobs: readonly RenderJob[]; onOpen: (id: string) => void }) {
  const { title, jobs, onOpen } = props;
  if (jobs.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="text-small text-text-muted">{title}</h2>
      <ul className="flex flex-col gap-2">
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} onOpen={() => onOpen(job.id)} />
        ))}
      </ul>
    </section>
  );
}
