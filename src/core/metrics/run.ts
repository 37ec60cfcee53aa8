import type { ErrorCode } from '../errors.ts';
import type { RenderJob } from '../job/job.ts';
import { hasFailed } from '../log/audit-entry.ts';
import type { RowChange } from '../log/row-change.ts';

export const RUN_OUTCOMES = ['completed', 'failed', 'cancelled', 'interrupted'] as const;
/** `interrupted`: its tab went away, or it was paused; the job goes on in another attempt. */
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** One attempt of a job that has ended, whatever way. Times are in milliseconds since 1970, lengths in milliseconds. */
export interface Run extends Attempt {
  /**
   * How long the job stood in the queue; null for an attempt that was not its first: what that one waited for was its
   * pause or a person, not its turn.
   */
  readonly waitMs: number | null;
  /** The most that the page and its workers held while it ran, as far as it was sampled; null where the browser does not tell. */
  readonly memoryPeakBytes: number | null;
  /** What the whole app held on disk as it ended; null where the browser does not tell. */
  readonly storageBytes: number | null;
  /** Jobs that waited as it ended. */
  readonly queueDepth: number;
}

/** What the job's row tells of an attempt. */
export interface Attempt {
  readonly jobId: string;
  readonly name: string;
  /** When the person asked for the export. */
  readonly requestedAt: number;
  /** Together with `jobId` it names the run: a run is counted once, however many tabs saw its end. */
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly outcome: RunOutcome;
  readonly errorCode: ErrorCode | null;
  readonly stages: readonly StageTime[];
  /** Of the finished video; null where there is none. */
  readonly frames: number | null;
}

export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/**
 * The attempt that a change of a job's row ended; null for every other change.
 * @param now in milliseconds since 1970, for an end that the row does not tell.
 */
export function endedAttempt({ before, after }: RowChange<RenderJob>, now: number): Attempt | null {
  if (before?.status !== 'processing' || before.startedAt === null) return null;
  const goesOn = after?.status === 'processing' && after.startedAt === before.startedAt;
  if (goesOn) return null;
  const outcome = outcomeOf(before, after);
  return attemptOf(after ?? before, {
    startedAt: before.startedAt,
    finishedAt: Math.max(before.startedAt, after?.finishedAt ?? now),
    outcome,
  });
}

/** The last attempt of a job that is over; null where it is not, or was cancelled before it had begun. */
export function lastAttempt(job: RenderJob): Attempt | null {
  const { status, startedAt, finishedAt } = job;
  if (status === 'pending' || status === 'processing') return null;
  if (startedAt === null || finishedAt === null) return null;
  return attemptOf(job, { startedAt, finishedAt, outcome: status });
}

function attemptOf(job: RenderJob, run: Pick<Attempt, 'startedAt' | 'finishedAt' | 'outcome'>): Attempt {
  const succeeded = run.outcome === 'completed';
  return {
    ...run,
    jobId: job.id,
    name: job.project.name,
    requestedAt: job.createdAt,
    errorCode: run.outcome === 'failed' ? (job.lastError?.code ?? 'unexpected') : null,
    stages: succeeded ? job.timings : [],
    frames: succeeded ? (job.output?.frames ?? null) : null,
  };
}

function outcomeOf(before: RenderJob, after: RenderJob | null): RunOutcome {
  switch (after?.status) {
    case 'completed':
    case 'failed':
    case 'cancelled':
      return after.status;
    case 'pending':
    case 'processing':
      return hasFailed(before, after) ? 'failed' : 'interrupted';
    case undefined:
      return 'cancelled';
  }
}
