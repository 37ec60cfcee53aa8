import { describe, expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import { createJob, type RenderJob } from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { concurrencyOf, NEW_QUEUE, type QueuedJob } from './queue.ts';
import { retryDelayMs } from './retry.ts';
import { cancelQueued, completeQueued, failQueued, resumeQueue } from './settle.ts';
import { nextWake, takeLead, takeNext } from './take.ts';

const CRASH = new StudioError('worker-crashed', 'Crashed.');
const RESULT = {
  output: { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 1, durationSeconds: 1 },
  timings: [],
};

function jobOf(id: string, rest: Partial<RenderJob> = {}): RenderJob {
  const request = { id, project: createProject('p', 0, 1), priority: 0, estimatedDurationMs: 1 };
  return { ...createJob({ ...request, settings: renderSettings('9:16', 'normal') }, 0), maxAttempts: 9, ...rest };
}

/** Fails `times` runs of a job, one after another. */
function failing(times: number): { queued: QueuedJob; now: number } {
  let queued: QueuedJob = { queue: NEW_QUEUE, job: jobOf('a') };
  let now = 0;
  for (let run = 0; run < times; run++) {
    now = queued.job.retryAt ?? now;
    queued = failQueued(started(queued, now), CRASH, now);
  }
  return { queued, now };
}

function started({ queue, job }: QueuedJob, now: number): QueuedJob {
  const taken = takeNext({ queue, jobs: [job] }, 1, now);
  if (!taken) throw new Error('The job may not start.');
  return taken;
}

test('the delay before a retry is 1, 2, 4 and 8 s, and no longer', () => {
  expect([1, 2, 3, 4, 5, 9].map(retryDelayMs)).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
});

test('a job is tried three times unless it says otherwise', () => {
  let queued: QueuedJob = { queue: NEW_QUEUE, job: jobOf('a', { maxAttempts: 3 }) };
  for (const now of [0, 1000, 3000]) queued = failQueued(started(queued, now), CRASH, now);
  expect(queued.job).toMatchObject({ status: 'failed', attempts: 3, lastError: { code: 'worker-crashed' } });
});

test('bad input fails at once and says nothing about the machine', () => {
  const error = new StudioError('file-damaged', 'Damaged.');
  const { job, queue } = failQueued(started({ queue: NEW_QUEUE, job: jobOf('a') }, 0), error, 0);
  expect([job.status, queue.failuresInARow]).toEqual(['failed', 0]);
});

test('what the machine has too little for is made smaller twice, then given up', () => {
  let queued: QueuedJob = { queue: NEW_QUEUE, job: jobOf('a') };
  const seen = [0, 1000, 3000].map((now) => {
    queued = failQueued(started(queued, now), new StudioError('out-of-memory', 'Too large.'), now);
    return [queued.job.status, queued.job.settings.quality, queued.job.steppedDownFrom];
  });
  expect(seen).toEqual([
    ['pending', 'eco', 'normal'],
    ['pending', 'freeze', 'normal'],
    ['failed', 'freeze', 'normal'],
  ]);
});

describe('five failures in a row', () => {
  test('let new jobs wait for a minute, and not four', () => {
    expect(failing(4).queued.queue.circuit).toBe('closed');
    const { queued, now } = failing(5);
    expect(queued.queue).toMatchObject({ circuit: 'open', trialAt: now + 60_000 });
    const state = { queue: queued.queue, jobs: [jobOf('new')] };
    expect(takeNext(state, 2, now + 59_999)).toBeNull();
    expect(nextWake(state, 2, now)).toBe(now + 60_000);
  });

  test('let one job try then: it closes the circuit, or opens it anew', () => {
    const { queued, now } = failing(5);
    const later = now + 60_000;
    const trial = started(queued, later);
    expect(trial.queue.circuit).toBe('trial');
    expect(takeNext({ queue: trial.queue, jobs: [trial.job, jobOf('b')] }, 2, later)).toBeNull();
    expect(completeQueued(trial, RESULT, later).queue).toMatchObject({ circuit: 'closed', failuresInARow: 0 });
    expect(failQueued(trial, CRASH, later).queue).toMatchObject({ circuit: 'open', trialAt: later + 60_000 });
  });

  test('let one job try at once when the person asks, and another if that one was cancelled', () => {
    const { queued, now } = failing(5);
    const asked = { ...queued, job: jobOf('b'), queue: resumeQueue(queued.queue, now) };
    const trial = started(asked, now);
    const { queue } = cancelQueued(trial, now);
    expect(takeNext({ queue, jobs: [jobOf('c')] }, 1, now)?.job.id).toBe('c');
  });
});

test('who takes the lead lets what was left running wait, without the loss of an attempt', () => {
  const running = started({ queue: NEW_QUEUE, job: jobOf('a') }, 0);
  const { queue, jobs } = takeLead({ queue: running.queue, jobs: [running.job, jobOf('b')] });
  expect(queue.fence).toBe(1);
  expect(jobs.map(({ id, status, attempts }) => [id, status, attempts])).toEqual([
    ['a', 'pending', 0],
    ['b', 'pending', 0],
  ]);
});

test('small machines run one export at a time, larger ones two, and the person may say otherwise', () => {
  expect([2, 4, 6, 16].map((cores) => concurrencyOf(NEW_QUEUE, cores))).toEqual([1, 1, 2, 2]);
  expect(concurrencyOf({ ...NEW_QUEUE, concurrency: 3 }, 2)).toBe(3);
});
