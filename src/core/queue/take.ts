import { interruptJob, type RenderJob, startJob } from '../job/job.ts';
import { beginTrial, countNothing } from './circuit.ts';
import type { Queue, QueuedJob, QueueState } from './queue.ts';

/** Which job runs when. */

/** The job that may start now; null where none may. @param limit jobs that may run at once. */
export function nextJob({ queue, jobs }: QueueState, limit: number, now: number): RenderJob | null {
  const running = jobs.filter((job) => job.status === 'processing').length;
  if (!hasRoom(queue, running, limit) || now < (queue.trialAt ?? 0)) return null;
  return waiting(jobs).find((job) => (job.retryAt ?? 0) <= now) ?? null;
}

/** Starts the next job. */
export function takeNext(state: QueueState, limit: number, now: number): QueuedJob | null {
  const job = nextJob(state, limit, now);
  return job && { job: startJob(job, now), queue: beginTrial(state.queue) };
}

/** When a job may start merely because time went by; null where something else has to happen first. */
export function nextWake({ queue, jobs }: QueueState, limit: number, now: number): number | null {
  const running = jobs.filter((job) => job.status === 'processing').length;
  const due = waiting(jobs).map((job) => Math.max(job.retryAt ?? 0, queue.trialAt ?? 0));
  const first = Math.min(...due);
  return hasRoom(queue, running, limit) && first > now && first < Number.POSITIVE_INFINITY ? first : null;
}

/** A tab becomes the leader: what an earlier one left running waits again, and loses no attempt by it. */
export function takeLead(state: QueueState): QueueState {
  const { queue, jobs } = interruptAll(state);
  return { jobs, queue: { ...queue, fence: queue.fence + 1 } };
}

/** Nothing runs until the queue is resumed; what runs now goes on then. */
export function pauseQueue(state: QueueState): QueueState {
  const { queue, jobs } = interruptAll(state);
  return { jobs, queue: { ...queue, paused: true } };
}

function interruptAll({ queue, jobs }: QueueState): QueueState {
  return {
    queue: countNothing(queue),
    jobs: jobs.map((job) => (job.status === 'processing' ? interruptJob(job) : job)),
  };
}

/** An open circuit lets a trial begin once nothing runs any more: while one is on, it is the only job. */
function hasRoom(queue: Queue, running: number, limit: number): boolean {
  if (queue.paused || queue.circuit === 'trial') return false;
  return queue.circuit === 'open' ? running === 0 : running < limit;
}

/** Higher priority first, then older. */
function waiting(jobs: readonly RenderJob[]): RenderJob[] {
  return jobs
    .filter((job) => job.status === 'pending' && !job.paused)
    .sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt);
}
