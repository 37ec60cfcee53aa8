import { isFinished, type RenderJob } from '#core/job/job.ts';
import { stepWords, timeLeft } from '../export/words.ts';
import { formatAge, formatBytes, formatSeconds } from '../view/format.ts';

/** What the queue page says. */

/** `1 exporting, 2 waiting`. */
export function queueSummary(jobs: readonly RenderJob[]): string {
  const exporting = jobs.filter((job) => job.status === 'processing').length;
  const waiting = jobs.filter((job) => job.status === 'pending').length;
  const parts = [exporting > 0 && `${exporting} exporting`, waiting > 0 && `${waiting} waiting`];
  return parts.filter(Boolean).join(', ') || 'Nothing under way';
}

/** Where a job is, or what became of it, in a line. */
export function jobState(job: RenderJob, now: number): string {
  if (!isFinished(job)) return stepWords(job);
  const age = formatAge(job.finishedAt ?? job.createdAt, now);
  if (!job.output) return `${stepWords(job)} ${age}`;
  const { durationSeconds, bytes } = job.output;
  return `${formatSeconds(durationSeconds)}, ${formatBytes(bytes)} · ${age}`;
}

/** `40 %, about 12 s left`; empty before a job has begun. */
export function jobProgress(job: RenderJob): string {
  if (job.status !== 'processing') return '';
  const percent = `${Math.floor(job.progress)} %`;
  const left = timeLeft(job);
  return left ? `${percent}, ${left.toLowerCase()}` : percent;
}
