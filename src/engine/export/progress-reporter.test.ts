import { expect, test } from 'vitest';
import type { RenderProgress } from '#core/job/job.ts';
import { ProgressReporter } from './progress-reporter.ts';

/** A render of `frames` frames of 20 ms each. */
function reportsOf(frames: number): { reports: RenderProgress[]; timings: unknown } {
  const reports: RenderProgress[] = [];
  let now = 1000;
  const progress = new ProgressReporter(
    (report) => reports.push(report),
    () => now,
  );
  progress.begin('preparing', 1);
  now += 300;
  progress.begin('rendering', frames);
  for (let frame = 1; frame <= frames; frame++) {
    now += 20;
    progress.advance(frame);
  }
  return { reports, timings: progress.finish() };
}

test('a page hears of a render at most ten times a second, and of every stage’s start and end', () => {
  const { reports } = reportsOf(500);
  expect(reports.length).toBeLessThanOrEqual(2 + 10 * 10);
  expect(reports[0]).toEqual({ stage: 'preparing', done: 0, total: 1, etaSeconds: null });
  expect(reports[1]).toEqual({ stage: 'rendering', done: 0, total: 500, etaSeconds: null });
  expect(reports.at(-1)).toEqual({ stage: 'rendering', done: 500, total: 500, etaSeconds: 0 });
});

test('the time left is told once there is something to measure by', () => {
  const { reports } = reportsOf(500);
  const half = reports.find(({ done }) => done >= 250);
  expect(half?.etaSeconds).toBeCloseTo(5, 0);
});

test('slow work repeats what it last said, as a sign of life', () => {
  const reports: RenderProgress[] = [];
  let now = 0;
  const progress = new ProgressReporter(
    (report) => reports.push(report),
    () => now,
  );
  progress.begin('rendering', 60);
  progress.repeat();
  expect(reports).toHaveLength(1);
  now = 5000;
  progress.repeat();
  expect(reports).toEqual([reports[0], { stage: 'rendering', done: 0, total: 60, etaSeconds: null }]);
});

test('each stage is timed', () => {
  expect(reportsOf(10).timings).toEqual([
    { stage: 'preparing', milliseconds: 300 },
    { stage: 'rendering', milliseconds: 200 },
  ]);
});
