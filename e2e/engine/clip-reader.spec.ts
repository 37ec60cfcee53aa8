import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { ClipsPage, Place } from '../harness/clips/main.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { countingClip, lateTone, pictureNumber } from '../support/odd-clips.ts';
import { runProgram } from '../support/process.ts';
import { testFile } from '../support/test-files.ts';

declare const clipsPage: ClipsPage;

const MIDDLE: readonly Place[] = [[0.5, 0.5]];

test.beforeEach(({ page }) => page.goto('/harness/clips.html'));

/** Which pictures of a counting clip are on screen at these times, in seconds, to each of so many readers. */
async function seen(page: Page, path: string, times: readonly number[], readers = 1): Promise<number[][]> {
  const file = await testFile(path);
  const looks = await page.evaluate(
    async ({ name, base64, times, places, readers }) => {
      const file = new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name);
      return clipsPage.looksOfReaders(file, times, places, readers);
    },
    { ...file, times, places: MIDDLE, readers },
  );
  return looks.map((each) => each.map(({ colours }) => pictureNumber(colours[0]?.[0] ?? -1)));
}

/** Times of the video's frames, 30 a second, of a clip that plays `speed` times as fast and starts over at its end. */
function looping(frames: number, speed: number, from: number, to: number): number[] {
  return Array.from({ length: frames }, (_, frame) => from + (((frame / 30) * speed) % (to - from)));
}

const frameAt = (time: number) => Math.min(59, Math.floor(time * 30 + 1e-4));

test('in order, each picture is seen once', async ({ page }) => {
  const times = Array.from({ length: 60 }, (_, frame) => frame / 30);
  expect(await seen(page, await countingClip('count.mp4'), times)).toEqual([times.map(frameAt)]);
});

for (const speed of [0.5, 1.3, 2]) {
  test(`at ${speed} times its speed, over and over, the picture on screen at each time is seen`, async ({ page }) => {
    const times = looping(120, speed, 0.4, 1.6);
    expect(await seen(page, await countingClip('count.mp4'), times)).toEqual([times.map(frameAt)]);
  });
}

test('of a varying frame rate, each picture stays until the next one', async ({ page }) => {
  const path = await countingClip('count-gaps.mp4', 'lt(mod(n\\,7)\\,3)');
  const times = Array.from({ length: 55 }, (_, frame) => frame / 30 + 0.01);
  const kept = (frame: number) => frame - Math.max(0, (frame % 7) - 2);
  expect(await seen(page, path, times)).toEqual([times.map((time) => kept(frameAt(time)))]);
});

test('two readers of one file do not disturb each other', async ({ page }) => {
  const times = looping(60, 1, 0, 1.2);
  const expected = times.map(frameAt);
  expect(await seen(page, await countingClip('count.mp4'), times, 2)).toEqual([expected, expected]);
});

test('jumps ahead and back, beyond both ends too, are followed', async ({ page }) => {
  const times = [1.5, 0.2, 1.9, 1.9, 0, 99, 1, -1];
  const expected = [45, 6, 57, 57, 0, 59, 30, 0];
  expect(await seen(page, await countingClip('count-keys.mp4', '1', 15), times)).toEqual([expected]);
});

/** Of a clip that no import has looked at. */
async function picturesAsStored(page: Page, path: string, times: readonly number[]): Promise<number[]> {
  return (await seen(page, path, times))[0] ?? [];
}

/** Overwrites the pictures of a clip from one number to another by bytes that are none. */
async function damaged(name: string, path: string, from: number, to: number): Promise<string> {
  return cachedFixture(name, { path, pictures: [from, to] }, async (target) => {
    const fields = ['-show_entries', 'packet=pos,size', '-of', 'csv=p=0'];
    const list = (await runProgram('ffprobe', ['-v', 'error', '-select_streams', 'v', ...fields, path])).toString();
    const packets = list.trim().split('\n');
    const bytes = await readFile(path);
    for (const packet of packets.slice(from, to)) {
      const [size = 0, position = 0] = packet.split(',').map(Number);
      bytes.fill(0xff, position, position + size);
    }
    await writeFile(target, bytes);
  });
}

test('over a short damaged stretch a picture is held, and then it goes on', async ({ page }) => {
  const path = await damaged('short-damage.mp4', await countingClip('count-keys.mp4', '1', 15), 20, 24);
  const times = Array.from({ length: 60 }, (_, frame) => frame / 30);
  const numbers = await picturesAsStored(page, path, times);
  expect(numbers.slice(0, 15)).toEqual(times.slice(0, 15).map(frameAt));
  expect(Math.min(...numbers.slice(15, 30))).toBeGreaterThanOrEqual(14);
  expect(Math.max(...numbers.slice(15, 30))).toBeLessThanOrEqual(30);
  expect(numbers.slice(30)).toEqual(times.slice(30).map(frameAt));
});

test('a clip of which more is damaged is refused by its name', async ({ page }) => {
  const path = await damaged('long-damage.mp4', await countingClip('long-count.mp4', '1', 15, 6), 20, 150);
  const failure = await picturesAsStored(page, path, [0, 0.1, 1.5]).catch((error: Error) => error.message);
  expect(failure).toContain('“long-damage.mp4” could not be decoded');
});

for (const container of ['mpegts', 'matroska'] as const) {
  test(`sound and pictures of a clip count from its first picture, whatever its clock says (${container})`, async ({
    page,
  }) => {
    const loud = await page.evaluate(
      async ({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        return clipsPage.firstLoud(new File([bytes], name));
      },
      await testFile(await lateTone(container)),
    );
    expect(Math.abs((loud ?? 0) - 1)).toBeLessThan(0.03);
  });
}
