import { expect, test } from 'vitest';
import { LatestFrame } from './latest-frame.ts';

test('while a frame is being drawn only the latest request waits', async () => {
  const drawn: number[] = [];
  const waiting: (() => void)[] = [];
  const frames = new LatestFrame(
    (frame) => {
      drawn.push(frame);
      return new Promise((resolve) => waiting.push(resolve));
    },
    () => undefined,
  );
  for (const frame of [1, 2, 3, 4]) frames.request(frame);
  expect(drawn).toEqual([1]);
  waiting[0]?.();
  await expect.poll(() => drawn).toEqual([1, 4]);
});

test('a frame that cannot be drawn is told, and the next one is drawn', async () => {
  const errors: unknown[] = [];
  const drawn: number[] = [];
  const frames = new LatestFrame(
    async (frame) => {
      if (frame === 1) throw new Error('Lost.');
      drawn.push(frame);
    },
    (error) => errors.push(error),
  );
  frames.request(1);
  await expect.poll(() => errors).toHaveLength(1);
  frames.request(2);
  await expect.poll(() => drawn).toEqual([2]);
});
