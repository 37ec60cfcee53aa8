import { expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import { createJob, failJob, progressJob, type RenderJob, startJob } from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { batchReport } from './batch-report.ts';
import { type BatchVideo, batchProgress } from './batch-run.ts';

const project = createProject('p', 0, 1);
const settings = renderSettings('9:16', 'eco');

function job(id: string): RenderJob {
  return createJob({ id, project, settings, priority: 0, estimatedDurationMs: 10_000 }, 0);
}

function video(row: number, found: Partial<BatchVideo>): BatchVideo {
  return { row, fileName: `0${row}`, hook: `=${row}`, document: null, jobId: null, error: null, ...found };
}

const error = new StudioError('input-invalid', 'The row is wrong.').toRecord();
const half = progressJob(startJob(job('b'), 0), { stage: 'rendering', done: 1, total: 2, etaSeconds: 4 });
const jobs = new Map(
  [job('a'), half, failJob(job('c'), new StudioError('disk-full', 'Full.'), 1)].map((one) => [one.id, one]),
);
const run = {
  id: 'run',
  startedAt: 0,
  videos: [
    video(1, { jobId: 'a' }),
    video(2, { jobId: 'b' }),
    video(3, { jobId: 'c' }),
    video(4, { error }),
    video(5, { jobId: 'gone' }),
  ],
};

test('a batch is as far as those of its videos that may still come', () => {
  const { states, ended, percent, etaSeconds } = batchProgress(run, jobs, 1);
  expect(states).toEqual(['pending', 'processing', 'failed', 'refused', 'removed']);
  expect(ended).toBe(false);
  expect(percent).toBeCloseTo(half.progress / 2);
  expect(etaSeconds).toBe(14);
  expect(batchProgress(run, jobs, 2).etaSeconds).toBe(10);
});

test('a batch has ended once nothing of it waits or runs', () => {
  const ended = { ...run, videos: run.videos.slice(2) };
  expect(batchProgress(ended, jobs, 1)).toMatchObject({ ended: true, etaSeconds: null });
  const queueing = { ...run, videos: [...ended.videos, video(6, { document: project })] };
  expect(batchProgress(queueing, jobs, 1)).toMatchObject({ ended: false, etaSeconds: null });
});

test('its report says what became of each row, and no cell of it is a formula', () => {
  const lines = batchReport(run, jobs, new Map([[1, '01.mp4']])).split('\r\n');
  expect(lines[0]).toBe('row,hook,state,file,reason');
  expect(lines[1]).toBe("1,'=1,pending,01.mp4,");
  expect(lines[3]).toBe("3,'=3,failed,,Full.");
  expect(lines[4]).toBe("4,'=4,refused,,The row is wrong.");
});
