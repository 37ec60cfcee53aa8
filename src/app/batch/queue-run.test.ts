import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BatchRun, BatchVideo } from '#core/batch/batch-run.ts';
import { StudioError } from '#core/errors.ts';
import { createJob, type RenderJob } from '#core/job/job.ts';
import type { RenderDocument } from '#core/job/render-document.ts';
import { createProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import { queueRun, type RunQueueing } from './queue-run.ts';

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } });
});
afterEach(() => vi.unstubAllGlobals());

function jobOf(document: RenderDocument): RenderJob {
  const settings = renderSettings('9:16', 'eco');
  return createJob(
    { id: `job of ${document.id}`, project: document, settings, priority: 0, estimatedDurationMs: 0 },
    0,
  );
}

function waiting(row: number): BatchVideo {
  return { row, fileName: `0${row}`, hook: '', document: createProject(`p${row}`, 0, 1), jobId: null, error: null };
}

function setUp(
  videos: readonly BatchVideo[],
  jobs: RenderJob[] = [],
  onStart: (run: BatchRun) => void = () => undefined,
) {
  let run: BatchRun = { id: 'run', startedAt: 0, videos };
  const started: string[] = [];
  const cancelled: string[] = [];
  const settings: Pick<RunQueueing['settings'], 'get' | 'change'> = {
    get: async () => run as never,
    change: async (_name, change) => {
      run = change(run as never) as unknown as BatchRun;
      return run as never;
    },
  };
  const exports: RunQueueing['exports'] = {
    list: async () => jobs,
    cancel: async (id) => void cancelled.push(id),
    start: async (document) => {
      started.push(document.id);
      onStart(run);
      if (document.id === 'p2') throw new StudioError('render-not-ready', 'No photo.');
      return [jobOf(document)];
    },
  };
  const tools = { settings: settings as RunQueueing['settings'], exports, workspaceId: 'w' };
  const change = (to: BatchRun) => {
    run = to;
  };
  return {
    tools,
    started,
    cancelled,
    change,
    stored: () => run.videos.map(({ jobId, error }) => jobId ?? error?.message ?? null),
  };
}

describe('the videos of a batch', () => {
  test('are queued in order, and each fails alone', async () => {
    const { tools, started, stored } = setUp([1, 2, 3].map(waiting));
    await queueRun(tools);
    expect(started).toEqual(['p1', 'p2', 'p3']);
    expect(stored()).toEqual(['job of p1', 'No photo.', 'job of p3']);
    await queueRun(tools);
    expect(started).toHaveLength(3);
  });

  test('are not queued twice where the page went away before it was written down', async () => {
    const { tools, started, stored } = setUp([1, 3].map(waiting), [jobOf(createProject('p1', 0, 1))]);
    await queueRun(tools);
    expect(started).toEqual(['p3']);
    expect(stored()).toEqual(['job of p1', 'job of p3']);
  });

  test('are left alone once they were cancelled, also the one that is being queued then', async () => {
    const error = new StudioError('cancelled', 'Cancelled.').toRecord();
    const { tools, started, cancelled, change } = setUp([1, 3].map(waiting), [], (run) =>
      change({ ...run, videos: run.videos.map((video) => ({ ...video, error })) }),
    );
    await queueRun(tools);
    expect(started).toEqual(['p1']);
    expect(cancelled).toEqual(['job of p1']);
  });
});
