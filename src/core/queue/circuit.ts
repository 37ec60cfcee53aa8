import type { Queue } from './queue.ts';

/**
 * The circuit breaker: where run after run fails, the next ones would too. Jobs wait then, until one of them was tried
 * and completed.
 */

export const FAILURES_TO_OPEN = 5;

/** From the last failure to the trial, in milliseconds. */
export const COOL_DOWN_MS = 60_000;

export function countSuccess(queue: Queue): Queue {
  return { ...queue, failuresInARow: 0, circuit: 'closed', trialAt: null };
}

/** A failed trial opens the circuit again: the failures before it still count. */
export function countFailure(queue: Queue, now: number): Queue {
  const failuresInARow = queue.failuresInARow + 1;
  if (failuresInARow < FAILURES_TO_OPEN) return { ...queue, failuresInARow };
  return { ...queue, failuresInARow, circuit: 'open', trialAt: now + COOL_DOWN_MS };
}

/** A run ended without telling anything about the machine: a trial may be made again at once. */
export function countNothing(queue: Queue): Queue {
  return queue.circuit === 'trial' ? { ...queue, circuit: 'open' } : queue;
}

export function beginTrial(queue: Queue): Queue {
  return queue.circuit === 'open' ? { ...queue, circuit: 'trial' } : queue;
}

/** The person need not wait for the cool-down. */
export function allowTrial(queue: Queue, now: number): Queue {
  return queue.circuit === 'open' ? { ...queue, trialAt: now } : queue;
}
