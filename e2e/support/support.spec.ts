import { stat } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { hugePicture, largeFile, truncatedPhoto, videoWithoutFrames } from './bad-files.ts';
import { movingClip } from './clips.ts';
import { checkerboard, framePicture, type PictureFormat, photo, plainPicture } from './pictures.ts';
import { colourAt, decodeStill, psnr } from './pixels.ts';
import { boxOrder } from './probe.ts';
import { clickTimes, decodeSound } from './sound.ts';
import { clickTrack, type TrackFormat } from './tracks.ts';

/** The measuring tools themselves: a ruler that is wrong makes every test after it worthless. */

const PHOTO_SIZE = { width: 1200, height: 1800 };

for (const format of ['wav', 'mp3', 'm4a', 'ogg', 'flac'] as const satisfies TrackFormat[]) {
  test(`a click made at 1.5 s is found at 1.5 s of a ${format}`, async () => {
    const file = await clickTrack({ name: `click.${format}`, format, seconds: 3, clicks: [0.5, 1.5] });
    const times = clickTimes(await decodeSound(file));
    expect(times).toHaveLength(2);
    expect(Math.abs((times[1] ?? 0) - 1.5)).toBeLessThan(0.0005);
  });
}

for (const format of ['jpg', 'png', 'webp', 'avif', 'gif'] as const satisfies PictureFormat[]) {
  test(`a ${format} photo of 1200x1800 can be made and read`, async () => {
    const file = await photo({ name: `photo.${format}`, format, seed: 4 });
    expect((await decodeStill(file, PHOTO_SIZE)).data.length).toBe(1200 * 1800 * 4);
  });
}

test('equal pictures differ by nothing, different ones do', async () => {
  const red = await decodeStill(await plainPicture('red.png', '#C01020'), PHOTO_SIZE);
  const board = await decodeStill(await checkerboard('board.png'), PHOTO_SIZE);
  expect(psnr(red, red)).toBe(Number.POSITIVE_INFINITY);
  expect(psnr(red, board)).toBeLessThan(10);
  expect(colourAt(red, 600, 900)).toEqual([0xc0, 0x10, 0x20]);
});

test('the custom frame is transparent inside its border', async () => {
  const frame = await decodeStill(await framePicture('own.png', '#00FF00', 40), { width: 1080, height: 1920 });
  expect(frame.data[(20 * 1080 + 20) * 4 + 3]).toBe(255);
  expect(frame.data[(900 * 1080 + 500) * 4 + 3]).toBe(0);
});

test('bad files are bad in the way that their names say', async () => {
  expect((await stat(await largeFile(101 * 1024 * 1024))).size).toBe(101 * 1024 * 1024);
  expect((await stat(await hugePicture())).size).toBeLessThan(200);
  expect((await stat(await truncatedPhoto())).size).toBeGreaterThan(10_000);
  expect(await boxOrder(await videoWithoutFrames())).toContain('moov');
  expect(await boxOrder(await movingClip('bar.mp4'))).toContain('mdat');
});
