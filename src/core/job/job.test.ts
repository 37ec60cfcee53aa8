import { describe, expect, it } from 'vitest';
import { StudioError } from '../errors.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import {
  cancelJob,
  completeJob,
  createJob,
  failJob,
  interruptJob,
  overallPercent,
  pauseJob,
  prioritiseJob,
  progressJob,
  restartJob,
  resumeJob,
  retryJobLater,
  startJob,
} from './job.ts';

const request = {
  id: 'job',
  project: createProject('p', 0, 1),
  settings: renderSettings('9:16', 'normal'),
  priority: 0,
  estimatedDurationMs: 15_000,
};
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 900, durationSeconds: 30 };
const pending = createJob(request, 1000);
const running = startJob(pending, 2000);

describe('a render job', () => {
  it('runs from pending to completed', () => {
    expect(pending).toMatchObject({ status: 'pending', progress: 0, attempts: 0, maxAttempts: 3 });
    expect(running).toMatchObject({ status: 'processing', attempts: 1, startedAt: 2000, currentStep: 'preparing' });
    const half = progressJob(running, { stage: 'rendering', done: 450, total: 900, etaSeconds: 7 });
    // Frames are nearly all of a render: half of them are about half of it.
    expect(Math.abs(half.progress - 50)).toBeLessThan(2);
    expect(half).toMatchObject({ currentStep: 'rendering', etaSeconds: 7 });
    const done = completeJob(half, output, [{ stage: 'rendering', milliseconds: 12_000 }], 20_000);
    expect(done).toMatchObject({ status: 'completed', progress: 100, currentStep: null, output, finishedAt: 20_000 });
  });

  it('never shows less progress than before', () => {
    const late = progressJob(running, { stage: 'assembling', done: 0, total: 1, etaSeconds: null });
    const early = progressJob(late, { stage: 'rendering', done: 1, total: 900, etaSeconds: null });
    expect(early.progress).toBe(late.progress);
  });

  it('keeps what went wrong, and begins anew when the person asks', () => {
    const failed = failJob(running, new StudioError('disk-full', 'Full.'), 3000);
    expect(failed).toMatchObject({ status: 'failed', lastError: { code: 'disk-full', message: 'Full.' } });
    expect(restartJob(failed)).toMatchObject({ status: 'pending', progress: 0, attempts: 0, lastError: null });
  });

  it('says which quality was asked for once it makes less, and goes back to it when the person asks', () => {
    const eco = retryJobLater(running, new StudioError('out-of-memory', 'Too large.'), 3000, 'eco');
    expect(eco).toMatchObject({ status: 'pending', retryAt: 3000, steppedDownFrom: 'normal' });
    expect(eco.settings).toEqual(renderSettings('9:16', 'eco'));
    const freeze = retryJobLater(startJob(eco, 4000), new StudioError('out-of-memory', 'Too large.'), 5000, 'freeze');
    expect(freeze).toMatchObject({ steppedDownFrom: 'normal', settings: { quality: 'freeze' } });
    expect(restartJob(cancelJob(freeze, 6000))).toMatchObject({ steppedDownFrom: null, settings: request.settings });
  });

  it('keeps its attempts and its progress through a pause and the end of its tab', () => {
    const half = progressJob(running, { stage: 'rendering', done: 1, total: 2, etaSeconds: 7 });
    expect(pauseJob(half)).toMatchObject({ status: 'pending', paused: true, attempts: 0, progress: half.progress });
    expect(resumeJob(pauseJob(half))).toMatchObject({ status: 'pending', paused: false });
    expect(interruptJob(half)).toMatchObject({ status: 'pending', attempts: 0, startedAt: null, etaSeconds: null });
  });

  it('can be moved in the queue until it is finished', () => {
    expect(prioritiseJob(pending, 5).priority).toBe(5);
    expect(() => prioritiseJob(cancelJob(pending, 1), 5)).toThrow('Cannot reorder a job that is cancelled');
  });

  it('can be cancelled while it waits and while it runs, and not after', () => {
    expect(cancelJob(pending, 1).status).toBe('cancelled');
    const cancelled = cancelJob(running, 1);
    expect(() => cancelJob(cancelled, 2)).toThrow('Cannot cancel a job that is cancelled');
    expect(() => completeJob(cancelled, output, [], 2)).toThrow('Cannot complete');
  });

  it('reaches 100 percent with the last stage, and no stage goes back', () => {
    const starts = (['preparing', 'rendering', 'assembling', 'checking'] as const).map((stage) =>
      overallPercent({ stage, done: 0, total: 1, etaSeconds: null }),
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(overallPercent({ stage: 'checking', done: 1, total: 1, etaSeconds: 0 })).toBe(100);
  });
});
