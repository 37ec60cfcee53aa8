import { isFinished, type RenderJob } from '#core/job/job.ts';
import type { RowChange } from '#core/log/row-change.ts';

/** Shorter than this nobody goes away for, in milliseconds from the person's wish to the end. */
const LONG_JOB_MS = 30_000;

export interface DoneNotice {
  readonly jobId: string;
  readonly title: string;
  readonly body: string;
}

/** What to tell a person who looked away when a long export ends by itself; null for everything else. */
export function doneNotice({ before, after }: RowChange<RenderJob>): DoneNotice | null {
  if (!before || !after || isFinished(before)) return null;
  if ((after.finishedAt ?? 0) - after.createdAt <= LONG_JOB_MS) return null;
  const { id: jobId, project } = after;
  if (after.status === 'completed') return { jobId, title: 'Your video is ready', body: project.name };
  if (after.status !== 'failed') return null;
  return { jobId, title: `“${project.name}” could not be exported`, body: after.lastError?.message ?? '' };
}
