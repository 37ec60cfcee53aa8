import { isFinished, type RenderJob } from '../job/job.ts';
import type { MediaAsset } from '../media/asset.ts';
import type { Project } from '../project/project.ts';
import type { Queue } from '../queue/queue.ts';
import type { RowChange } from './row-change.ts';

export const OPERATIONS = [
  'media.import',
  'media.remove',
  'project.create',
  'project.save',
  'project.rename',
  'project.remove',
  'export.start',
  'export.pause',
  'export.resume',
  'export.prioritise',
  'export.cancel',
  'export.retry',
  'export.requeue',
  'export.complete',
  'export.fail',
  'export.cover',
  'export.remove',
  'queue.pause',
  'queue.resume',
  'queue.limit',
  'trash.restore',
  'trash.erase',
  'workspace.create',
  'workspace.rename',
  'workspace.remove',
  'workspace.export',
  'workspace.import',
] as const;
/**
 * `project.remove` and, with a video, `export.remove` are into the trash. `export.requeue` is the queue's own doing: after an error that may pass, or after the tab of a render went away.
 */
export type Operation = (typeof OPERATIONS)[number];

/** What was done. */
export interface AuditFact {
  readonly what: Operation;
  readonly subject: AuditSubject;
  readonly outcome: 'done' | 'failed';
  /** Why it failed, in the words that the person was shown; null where it did not. */
  readonly reason: string | null;
}

export interface AuditSubject {
  /** Of the asset, project or job; null for one that never came to be. */
  readonly id: string | null;
  readonly name: string;
}

/** What was done, when and by whom: one row of the audit log. */
export interface AuditEntry extends AuditFact {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The tab that did it, from its load to its end. */
  readonly who: string;
}

/** What was done to a job; null for progress and the like. */
export function jobAudit({ before, after }: RowChange<RenderJob>): AuditFact | null {
  const job = after ?? before;
  if (!job) return null;
  const subject = { id: job.id, name: job.project.name };
  const what = jobOperation(before, after);
  if (what === null) return null;
  const isFailure = what === 'export.fail' || (what === 'export.requeue' && hasFailed(before, after));
  const reason = isFailure ? (after?.lastError?.message ?? null) : null;
  return { what, subject, outcome: isFailure ? 'failed' : 'done', reason };
}

function jobOperation(before: RenderJob | null, after: RenderJob | null): Operation | null {
  if (!after) return 'export.remove';
  if (!before) return 'export.start';
  if (!isFinished(after) && after.paused !== before.paused) return after.paused ? 'export.pause' : 'export.resume';
  if (after.status === 'completed' && before.output?.bytes !== after.output?.bytes && before.output)
    return 'export.cover';
  if (after.status === before.status) return after.priority === before.priority ? null : 'export.prioritise';
  switch (after.status) {
    case 'completed':
      return 'export.complete';
    case 'failed':
      return 'export.fail';
    case 'cancelled':
      return 'export.cancel';
    case 'pending':
      return before.status === 'processing' ? 'export.requeue' : 'export.retry';
    case 'processing':
      return null;
  }
}

/** Whether an attempt that the queue goes on from failed, and was not just cut short by a pause or the end of its tab. */
export function hasFailed(before: RenderJob | null, after: RenderJob | null): boolean {
  if (after?.status === 'pending') return after.retryAt !== null;
  // It was begun anew meanwhile: only its error tells.
  const error = after?.lastError ?? null;
  return error !== null && JSON.stringify(error) !== JSON.stringify(before?.lastError ?? null);
}

/** What a person did to the queue as a whole; null for its own book-keeping. */
export function queueAudit({ before, after }: RowChange<Queue>): AuditFact | null {
  if (!after) return null;
  const subject = { id: after.id, name: '' };
  if (after.paused !== (before?.paused ?? false)) {
    return { what: after.paused ? 'queue.pause' : 'queue.resume', subject, outcome: 'done', reason: null };
  }
  if (after.concurrency === (before?.concurrency ?? null)) return null;
  return { what: 'queue.limit', subject, outcome: 'done', reason: null };
}

/** Deletion alone: who imports knows more than the row, such as that the same bytes were there already. */
export function assetAudit({ before, after }: RowChange<MediaAsset>): AuditFact | null {
  return before && !after ? done('media.remove', before) : null;
}

/** Each edit saves the project: only its name tells of an operation. */
export function projectAudit({ before, after }: RowChange<Project>): AuditFact | null {
  if (!after) return before && done('project.remove', before);
  if (!before) return done('project.create', after);
  return before.name === after.name ? null : done('project.rename', after);
}

function done(what: Operation, { id, name }: { readonly id: string; readonly name: string }): AuditFact {
  return { what, subject: { id, name }, outcome: 'done', reason: null };
}
