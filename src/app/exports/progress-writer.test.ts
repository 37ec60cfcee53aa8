import { expect, test } from 'vitest';
import type { RenderProgress } from '#core/job/job.ts';
import { ProgressWriter } from './progress-writer.ts';

function rendering(done: number): RenderProgress {
  return { stage: 'rendering', done, total: 100, etaSeconds: null };
}

const ASSEMBLING: RenderProgress = { stage: 'assembling', done: 0, total: 1, etaSeconds: null };

test('of many reports in a moment the first is written, and each new stage', async () => {
  const written: RenderProgress[] = [];
  const writer = new ProgressWriter(async (report) => written.push(report));
  for (let frame = 0; frame < 50; frame++) writer.report(rendering(frame));
  await writer.finish();
  writer.report(ASSEMBLING);
  await writer.finish();
  expect(written).toEqual([rendering(0), ASSEMBLING]);
});

test('a stage that begins while a commit is under way is written after it', async () => {
  const written: RenderProgress[] = [];
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const writer = new ProgressWriter(async (report) => {
    written.push(report);
    await slow;
  });
  writer.report(rendering(1));
  writer.report(ASSEMBLING);
  release();
  await expect.poll(() => written).toEqual([rendering(1), ASSEMBLING]);
});

test('a commit that fails is told at the end', async () => {
  const writer = new ProgressWriter(() => Promise.reject(new Error('The disk is full.')));
  writer.report(rendering(1));
  await expect(writer.finish()).rejects.toThrow('The disk is full.');
});
