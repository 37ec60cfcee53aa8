import { expect, test } from 'vitest';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { forecastRender, median } from './estimate.ts';
import { completeJob, createJob, type RenderJob, startJob } from './job.ts';

const NORMAL = renderSettings('9:16', 'normal');
const ECO = renderSettings('9:16', 'eco');

/** A render of 100 frames that took `milliseconds`. */
function finished(milliseconds: number): RenderJob {
  const project = createProject('p', 0, 0);
  const job = createJob({ id: 'j', project, settings: NORMAL, priority: 0, estimatedDurationMs: 0 }, 0);
  const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 100, durationSeconds: 3 };
  return completeJob(startJob(job, 1000), output, [], 1000 + milliseconds);
}

test('a machine that has rendered before is judged by the median of what it did', () => {
  const history = [finished(1000), finished(2000), finished(60_000)];
  expect(forecastRender(200, NORMAL, history).milliseconds).toBeCloseTo(4000);
});

test('smaller frames are expected to take less', () => {
  const history = [finished(2000)];
  const ratio = forecastRender(100, ECO, history).milliseconds / forecastRender(100, NORMAL, history).milliseconds;
  expect(ratio).toBeCloseTo((720 * 1280) / (1080 * 1920));
});

test('without history there is an estimate all the same, and bytes follow the bit rates', () => {
  const { milliseconds, bytes } = forecastRender(900, NORMAL, []);
  expect(milliseconds).toBeGreaterThan(0);
  expect(bytes).toBe((30 * (NORMAL.videoBitRate + NORMAL.audio.bitRate)) / 8);
});

test('the median of nothing is nothing', () => {
  expect([median([]), median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([null, 2, 2.5]);
});
