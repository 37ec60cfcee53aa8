import { describe, expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import { imageAsset } from '../fixtures/assets.ts';
import {
  cancelJob,
  completeJob,
  createJob,
  failJob,
  interruptJob,
  pauseJob,
  progressJob,
  replaceOutputFile,
  restartJob,
  resumeJob,
  retryJobLater,
  startJob,
} from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { NEW_QUEUE, type Queue } from '../queue/queue.ts';
import { renderSettings } from '../render/settings.ts';
import { assetAudit, jobAudit, projectAudit, queueAudit } from './audit-entry.ts';

const project = { ...createProject('p', 0, 1), name: 'Summer' };
const settings = renderSettings('9:16', 'normal');
const pending = createJob({ id: 'job', project, settings, priority: 0, estimatedDurationMs: 1 }, 0);
const running = startJob(pending, 1);
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 9, durationSeconds: 1 };
const completed = completeJob(running, output, [], 2);
const error = new StudioError('encoder-failed', 'The encoder failed.');
const failed = failJob(running, error, 2);

describe('the audit log', () => {
  test.each([
    ['export.start', null, pending],
    ['export.complete', running, completed],
    ['export.cancel', running, cancelJob(running, 2)],
    ['export.cancel', pending, cancelJob(pending, 2)],
    ['export.retry', failed, restartJob(failed)],
    ['export.requeue', running, interruptJob(running)],
    ['export.pause', running, pauseJob(running)],
    ['export.resume', pauseJob(running), resumeJob(pauseJob(running))],
    ['export.prioritise', pending, { ...pending, priority: 2 }],
    ['export.cover', completed, replaceOutputFile(completed, 7)],
    ['export.remove', completed, null],
  ])('tells %s from the rows before and after', (what, before, after) => {
    const subject = { id: 'job', name: 'Summer' };
    expect(jobAudit({ before, after })).toEqual({ what, subject, outcome: 'done', reason: null });
  });

  test('says why an export failed', () => {
    expect(jobAudit({ before: running, after: failed })).toMatchObject({
      what: 'export.fail',
      outcome: 'failed',
      reason: 'The encoder failed.',
    });
    const waiting = retryJobLater(running, error, 1002);
    const again = startJob(waiting, 1002);
    const requeued = { what: 'export.requeue', outcome: 'failed', reason: 'The encoder failed.' };
    expect(jobAudit({ before: running, after: waiting })).toMatchObject(requeued);
    expect(jobAudit({ before: again, after: retryJobLater(again, error, 3002) })).toMatchObject(requeued);
  });

  test('has no entry for the start of an attempt and for its progress', () => {
    expect(jobAudit({ before: pending, after: running })).toBeNull();
    const report = { stage: running.currentStep ?? 'rendering', done: 1, total: 2, etaSeconds: 1 };
    expect(jobAudit({ before: running, after: progressJob(running, report) })).toBeNull();
  });

  test('tells creation, renaming and deletion of projects from their edits', () => {
    const what = (before: typeof project | null, after: typeof project | null) => projectAudit({ before, after })?.what;
    expect(what(null, project)).toBe('project.create');
    expect(what(project, { ...project, updatedAt: 5 })).toBeUndefined();
    expect(what(project, { ...project, name: 'Winter' })).toBe('project.rename');
    expect(what(project, null)).toBe('project.remove');
  });

  test('tells what is done to the queue as a whole, not its book-keeping', () => {
    const what = (before: Queue | null, after: Queue) => queueAudit({ before, after })?.what;
    expect(what(null, NEW_QUEUE)).toBeUndefined();
    expect(what(NEW_QUEUE, { ...NEW_QUEUE, fence: 7, failuresInARow: 2 })).toBeUndefined();
    expect(what(null, { ...NEW_QUEUE, paused: true })).toBe('queue.pause');
    expect(what({ ...NEW_QUEUE, paused: true }, NEW_QUEUE)).toBe('queue.resume');
    expect(what(NEW_QUEUE, { ...NEW_QUEUE, concurrency: 3 })).toBe('queue.limit');
  });

  test('tells the deletion of media', () => {
    const asset = imageAsset('a');
    expect(assetAudit({ before: asset, after: null })?.what).toBe('media.remove');
    expect(assetAudit({ before: null, after: asset })).toBeNull();
  });
});
