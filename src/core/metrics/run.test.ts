import { describe, expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import {
  cancelJob,
  completeJob,
  createJob,
  failJob,
  interruptJob,
  progressJob,
  retryJobLater,
  startJob,
} from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { endedAttempt, lastAttempt } from './run.ts';

const project = { ...createProject('p', 0, 1), name: 'Summer' };
const settings = renderSettings('9:16', 'normal');
const pending = createJob({ id: 'job', project, settings, priority: 0, estimatedDurationMs: 1 }, 1_000);
const running = startJob(pending, 4_000);
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 900, durationSeconds: 30 };
const timings = [{ stage: 'rendering', milliseconds: 5_000 }] as const;
const completed = completeJob(running, output, timings, 9_000);
const error = new StudioError('encoder-failed', 'The encoder failed.');

describe('the end of an attempt', () => {
  test('tells when it ran, and what it made', () => {
    expect(endedAttempt({ before: running, after: completed }, 0)).toEqual({
      ...{ jobId: 'job', name: 'Summer', requestedAt: 1_000, startedAt: 4_000, finishedAt: 9_000 },
      ...{ outcome: 'completed', errorCode: null, stages: timings, frames: 900 },
    });
  });

  test('is the same told by the row alone, so that it can be caught up with', () => {
    for (const after of [completed, failJob(running, error, 9_000), cancelJob(running, 9_000)]) {
      expect(lastAttempt(after)).toEqual(endedAttempt({ before: running, after }, 0));
    }
    expect(lastAttempt(running)).toBeNull();
    expect(lastAttempt(cancelJob(pending, 2_000))).toBeNull();
  });

  test('is a failure also where the queue tries again by itself', () => {
    const again = retryJobLater(running, error, 10_000);
    expect(endedAttempt({ before: running, after: again }, 9_000)).toMatchObject({
      outcome: 'failed',
      errorCode: 'encoder-failed',
      finishedAt: 9_000,
    });
  });

  test('is an interruption where its tab went away', () => {
    const next = interruptJob(running);
    expect(endedAttempt({ before: running, after: next }, 9_000)).toMatchObject({ outcome: 'interrupted' });
    const second = startJob(next, 10_000);
    expect(endedAttempt({ before: running, after: second }, 9_000)).toMatchObject({ startedAt: 4_000 });
    expect(endedAttempt({ before: second, after: cancelJob(second, 11_000) }, 0)).toMatchObject({
      startedAt: 10_000,
      outcome: 'cancelled',
    });
  });

  test('is no other change', () => {
    const report = { stage: 'rendering', done: 1, total: 2, etaSeconds: 1 } as const;
    expect(endedAttempt({ before: null, after: pending }, 0)).toBeNull();
    expect(endedAttempt({ before: pending, after: running }, 0)).toBeNull();
    expect(endedAttempt({ before: running, after: progressJob(running, report) }, 0)).toBeNull();
    expect(endedAttempt({ before: completed, after: null }, 0)).toBeNull();
  });
});
