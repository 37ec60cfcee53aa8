import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';
import { cachedFixture } from '../../support/fixture-cache.ts';
import { turnedQuarterClockwise } from '../../support/odd-pictures.ts';
import { type PictureFormat, photo } from '../../support/pictures.ts';
import { ffmpeg } from '../../support/process.ts';
import { testFile } from '../../support/test-files.ts';

declare const compositorPage: CompositorPage;

type Seen = { top: number[]; bottom: number[]; left: number[]; right: number[] };

const RED = [200, 30, 30];
const BLUE = [30, 30, 200];
const BOX = { left: 120, right: 960, top: 240, bottom: 1680, middleX: 540, middleY: 960 };

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

/** Two halves, one above the other or side by side, as any format that ffmpeg writes. */
function halves(name: string, size: string, stack: 'vstack' | 'hstack', args: readonly string[]): Promise<string> {
  const colours = ['0xC81E1E', '0x1E1EC8'].flatMap((colour) => ['-f', 'lavfi', '-i', `color=c=${colour}:s=${size}`]);
  const filter = `[0][1]${stack},format=rgb24`;
  return cachedFixture(name, { size, stack, args }, (path) =>
    ffmpeg([...colours, '-filter_complex', filter, '-frames:v', '1', ...args, path]),
  );
}

const JPEG = ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj444p', '-q:v', '2', '-f', 'mjpeg'];
const PNG = ['-c:v', 'png', '-f', 'image2'];

/** Colours near the four sides of where photos lie. */
async function drawn(page: Page, path: string, fit: 'cover' | 'contain' = 'cover') {
  return page.evaluate(
    async ([file, fit, box]): Promise<Seen> => {
      const [frame] = await compositorPage.shootProject({ photos: [file], fit, lengthSeconds: 1, frames: [0] });
      if (!frame) throw new Error('A frame was asked for.');
      const at = (x: number, y: number) => compositorPage.pixel(frame, x, y);
      return {
        top: at(box.middleX, box.top),
        bottom: at(box.middleX, box.bottom),
        left: at(box.left, box.middleY),
        right: at(box.right, box.middleY),
      };
    },
    [await testFile(path), fit, BOX] as const,
  );
}

/** What JPEG at its best, and a GIF's palette, may change in a flat area. */
const JPEG_TOLERANCE = 6;
const GIF_TOLERANCE = 16;

function expectColour(found: readonly number[], wanted: readonly number[], tolerance = JPEG_TOLERANCE): void {
  found.forEach((value, channel) => {
    expect(Math.abs(value - (wanted[channel] ?? 0)), `${found} is ${wanted}`).toBeLessThanOrEqual(tolerance);
  });
}

test('a photo of a turned phone stands upright', async ({ page }) => {
  const lying = await halves('lying.jpg', '300x400', 'hstack', JPEG);
  const turned = await cachedFixture('turned-halves.jpg', 'orientation-6', async (path) =>
    writeFile(path, turnedQuarterClockwise(await readFile(lying))),
  );
  const plain = await drawn(page, lying);
  expectColour(plain.left, RED);
  expectColour(plain.right, BLUE);
  const upright = await drawn(page, turned);
  expectColour(upright.top, RED);
  expectColour(upright.bottom, BLUE);
});

for (const [name, args] of [
  ['moving.gif', ['-loop', '0', '-f', 'gif']],
  ['moving.webp', ['-c:v', 'libwebp_anim', '-lossless', '1', '-loop', '0', '-f', 'webp']],
] as const) {
  test(`of a moving picture the first one is drawn: ${name}`, async ({ page }) => {
    const pictures =
      'color=c=0xC81E1E:s=300x500:d=0.5:r=4[a];color=c=0x1E1EC8:s=300x500:d=2:r=4[b];[a][b]concat,format=rgb24';
    const path = await cachedFixture(name, { pictures, args }, (file) =>
      ffmpeg(['-f', 'lavfi', '-i', pictures, ...args, file]),
    );
    const seen = await drawn(page, path);
    expectColour(seen.top, RED, GIF_TOLERANCE);
    expectColour(seen.right, RED, GIF_TOLERANCE);
  });
}

for (const format of ['jpg', 'png', 'webp', 'avif', 'gif'] as const satisfies PictureFormat[]) {
  test(`a ${format} is drawn like the PNG of the same picture`, async ({ page }) => {
    const request = { seed: 6, width: 600, height: 1000 };
    const files = [
      await testFile(await photo({ name: `like.${format}`, format, ...request })),
      await testFile(await photo({ name: 'like.png', format: 'png', ...request })),
    ] as const;
    const ratio = await page.evaluate(async (files) => {
      const shots = files.map((file) => compositorPage.shootProject({ photos: [file], lengthSeconds: 1, frames: [0] }));
      const [[first], [second]] = (await Promise.all(shots)) as [[never], [never]];
      return compositorPage.psnr(first, second);
    }, files);
    // A GIF has 256 colours.
    expect(ratio).toBeGreaterThanOrEqual(format === 'gif' ? 26 : 34);
  });
}

test('the ground shows through a translucent photo', async ({ page }) => {
  const path = await cachedFixture('half.png', 'red at half', (file) =>
    ffmpeg(['-f', 'lavfi', '-i', 'color=c=0xC81E1E@0.5:s=300x500,format=rgba', '-frames:v', '1', ...PNG, file]),
  );
  const seen = await drawn(page, path);
  expectColour(seen.top, [102, 17, 17]);
});

test('a photo of one pixel fills its box', async ({ page }) => {
  const path = await cachedFixture('dot.png', '1x1', (file) =>
    ffmpeg(['-f', 'lavfi', '-i', 'color=c=0xC81E1E:s=1x1,format=rgb24', '-frames:v', '1', ...PNG, file]),
  );
  const seen = await drawn(page, path);
  for (const colour of Object.values(seen)) expectColour(colour, RED);
});

test('a photo of 3001x7 is cut to its middle, or shown whole as a thin band', async ({ page }) => {
  const path = await cachedFixture('band.png', '3001x7', (file) =>
    ffmpeg(['-f', 'lavfi', '-i', 'color=c=0xC81E1E:s=3001x7,format=rgb24', '-frames:v', '1', ...PNG, file]),
  );
  const filled = await drawn(page, path);
  for (const colour of Object.values(filled)) expectColour(colour, RED);
  const whole = await drawn(page, path, 'contain');
  expectColour(whole.top, [5, 5, 5]);
  expectColour(whole.left, RED);
});
