import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ffmpeg } from '../support/process.ts';
import { undisturbedVideo } from './counter-export.ts';
import { FRAMES_PER_SECOND, leastPsnr, measureVideo, readCounter } from './frame-counter.ts';

/** The ruler first: what it does not see, no other test of this folder sees. */

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-faults-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('an export that nobody disturbs shows every frame once, at its time, with its sound', async ({ browser }) => {
  const { numbers, times, soundPackets } = await measureVideo(await undisturbedVideo(browser));
  expect(numbers).toEqual(Array.from({ length: 240 }, (_, frame) => frame));
  times.forEach((time, frame) => {
    expect(time).toBeCloseTo(frame / FRAMES_PER_SECOND, 4);
  });
  expect(soundPackets).toBeGreaterThanOrEqual(Math.floor((10 * 48_000) / 1024));
});

test('the ruler sees a frame that is missing, one that comes twice, and one that is black', async ({ browser }) => {
  const video = await undisturbedVideo(browser);
  const spoilt = async (name: string, filter: string) => {
    const path = join(folder, name);
    await ffmpeg(['-i', video, '-an', '-vf', filter, '-fps_mode', 'passthrough', '-frames:v', '20', path]);
    return path;
  };
  const missing = await spoilt('missing.mp4', "select='not(eq(n,7))'");
  expect((await readCounter(missing)).slice(5, 10)).toEqual([5, 6, 8, 9, 10]);
  const twice = await spoilt('twice.mp4', "loop=loop=1:size=1:start=7,settb=1/1000,setpts='N*40'");
  const read = await readCounter(twice);
  expect(read.filter((number, frame) => number === read[frame - 1])).toHaveLength(1);
  const black = await spoilt('black.mp4', "drawbox=t=fill:c=black:enable='eq(n,7)'");
  expect((await readCounter(black)).slice(5, 10)).toEqual([5, 6, null, 8, 9]);
  const start = await spoilt('start.mp4', 'null');
  expect(await leastPsnr(start, video)).toBeGreaterThan(35);
  expect(await leastPsnr(black, video)).toBeLessThan(20);
});
