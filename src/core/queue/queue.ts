import type { RenderJob } from '../job/job.ts';

/** What holds for all jobs of a workspace, as its one stored row. Times are in milliseconds since 1970. */
export interface Queue {
  readonly id: 'queue';
  readonly paused: boolean;
  /** Jobs that may run at once; null goes by the machine's cores. */
  readonly concurrency: number | null;
  readonly failuresInARow: number;
  /** Open: too much failed, jobs wait. Trial: the one job that runs decides whether it closes. */
  readonly circuit: 'closed' | 'open' | 'trial';
  /** From when an open circuit lets one job try; null while it is closed. */
  readonly trialAt: number | null;
  /** Grows by one each time a tab takes the lead: what an earlier leader still writes is refused by it. */
  readonly fence: number;
}

/** The queue and its unfinished jobs. */
export interface QueueState {
  readonly queue: Queue;
  readonly jobs: readonly RenderJob[];
}

/** One job and the queue that its end may change. */
export interface QueuedJob {
  readonly queue: Queue;
  readonly job: RenderJob;
}

export const NEW_QUEUE: Queue = {
  id: 'queue',
  paused: false,
  concurrency: null,
  failuresInARow: 0,
  circuit: 'closed',
  trialAt: null,
  fence: 0,
};

/** An H.264 encoder in software fills about four cores. */
const CORES_PER_JOB = 4;

/** Jobs that may run at once. @param cores logical processors of the machine. */
export function concurrencyOf(queue: Queue, cores: number): number {
  return queue.concurrency ?? (cores > CORES_PER_JOB ? 2 : 1);
}
