import type { StudioError } from '../errors.ts';
import { cancelJob, completeJob, pauseJob, type RenderJob, type RenderOutput, type StageTiming } from '../job/job.ts';
import { allowTrial, countFailure, countNothing, countSuccess } from './circuit.ts';
import type { Queue, QueuedJob } from './queue.ts';
import { afterFailure } from './retry.ts';

/** How a run ends, for its job and for the queue. */

export interface RunResult {
  readonly output: RenderOutput;
  readonly timings: readonly StageTiming[];
}

export function completeQueued({ job, queue }: QueuedJob, { output, timings }: RunResult, now: number): QueuedJob {
  return { job: completeJob(job, output, timings, now), queue: countSuccess(queue) };
}

/** Bad input says nothing about the machine: it neither opens the circuit nor interrupts a row of failures. */
export function failQueued({ job, queue }: QueuedJob, error: StudioError, now: number): QueuedJob {
  return {
    job: afterFailure(job, error, now),
    queue: error.errorClass === 'non-recoverable' ? countNothing(queue) : countFailure(queue, now),
  };
}

export function cancelQueued({ job, queue }: QueuedJob, now: number): QueuedJob {
  return { job: cancelJob(job, now), queue: withoutRun(queue, job) };
}

export function pauseQueued({ job, queue }: QueuedJob): QueuedJob {
  return { job: pauseJob(job), queue: withoutRun(queue, job) };
}

/** The person's word is enough to try again where too much had failed. */
export function resumeQueue(queue: Queue, now: number): Queue {
  return allowTrial({ ...queue, paused: false }, now);
}

function withoutRun(queue: Queue, { status }: RenderJob): Queue {
  return status === 'processing' ? countNothing(queue) : queue;
}
