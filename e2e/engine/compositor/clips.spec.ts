import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';
import { flatClip, movingClip, turnedClip } from '../../support/clips.ts';
import { plainPicture } from '../../support/pictures.ts';
import { testFile } from '../../support/test-files.ts';

declare const compositorPage: CompositorPage;

/** In the ring around the photo, where only ground and atmosphere lie. */
const RING = { x: 45, y: 960 };

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

async function shot(clip: string, frames: readonly number[]) {
  const photos = [await testFile(await plainPicture('photo.png', '#406080', 90, 160))];
  return { photos, atmosphere: await testFile(clip), lengthSeconds: 3, frames };
}

test('a clip lies at 0.7 over the ground, and runs over its end without a gap', async ({ page }) => {
  const frames = [0, 1, 28, 29, 30, 31, 59, 60, 61, 89];
  const colours = await page.evaluate(
    async ([wanted, { x, y }]) =>
      (await compositorPage.shootProject(wanted)).map((frame) => compositorPage.pixel(frame, x, y)),
    [await shot(await flatClip('flat.mp4', '#C86432', 1), frames), RING] as const,
  );
  expect(colours).toHaveLength(frames.length);
  // 0.7 of the clip and 0.3 of #050505; H.264 and 4:2:0 may change a little.
  const wanted = [0xc8, 0x64, 0x32].map((channel) => 0.7 * channel + 0.3 * 5);
  for (const colour of colours) {
    colour.forEach((channel, index) => {
      expect(Math.abs(channel - (wanted[index] ?? 0)), `${colour} is ${wanted}`).toBeLessThanOrEqual(4);
    });
  }
});

test('a clip moves, starts over, and can be gone back in', async ({ page }) => {
  const seen = await page.evaluate(
    async (wanted) => {
      const [first, moved, again, back] = await compositorPage.shootProject(wanted);
      if (!first || !moved || !again || !back) throw new Error('A frame is missing.');
      const photo = compositorPage.pixel(first, 540, 960);
      const ground = (frame: typeof first) => ({
        ...frame,
        rgba: frame.rgba.subarray(0, 100 * frame.width * 4),
        height: 100,
      });
      return {
        photo,
        moved: compositorPage.differenceBox(ground(first), ground(moved)) !== null,
        startedOver: compositorPage.differenceBox(ground(moved), ground(again)),
        wentBack: compositorPage.differenceBox(ground(moved), ground(back)),
      };
    },
    await shot(await movingClip('bar-1s.mp4', 1), [0, 4, 34, 4]),
  );
  expect(seen).toEqual({ photo: [0x40, 0x60, 0x80], moved: true, startedOver: null, wentBack: null });
});

test('a clip that was taken with the phone turned stands upright', async ({ page }) => {
  // Stored with red left of blue; shown a quarter counter-clockwise: blue on top.
  const [top, bottom] = await page.evaluate(
    async (wanted) => {
      const [frame] = await compositorPage.shootProject(wanted);
      if (!frame) throw new Error('A frame was asked for.');
      return [compositorPage.pixel(frame, 45, 480), compositorPage.pixel(frame, 45, 1440)];
    },
    await shot(await turnedClip('turned.mp4'), [10]),
  );
  expect(top?.[2]).toBeGreaterThan(100);
  expect(top?.[0]).toBeLessThan(50);
  expect(bottom?.[2]).toBeLessThan(50);
  expect(bottom?.[0]).toBeGreaterThan(100);
});

test('the preview goes backwards in a clip', async ({ page }) => {
  const size = { width: 270, height: 480 };
  const seen = await page.evaluate((wanted) => compositorPage.previewProject(wanted), {
    ...(await shot(await movingClip('bar-1s.mp4', 1), [50, 20, 3, 65])),
    size,
  });
  expect(seen.map(({ differing }) => differing)).toEqual([0, 0, 0, 0]);
});

test('no picture of a clip stays open', async ({ page }) => {
  const counts = () => page.evaluate(() => compositorPage.openPictures());
  const files = [await movingClip('bar-1s.mp4', 1), await turnedClip('turned.mp4')];
  for (const file of files) {
    const most = await page.evaluate(
      async (wanted) => {
        await compositorPage.shootProject(wanted);
        return compositorPage.picturesMade();
      },
      await shot(file, [0, 10, 35, 5, 80]),
    );
    expect(most.frames).toBeGreaterThan(30);
  }
  await expect.poll(counts).toEqual({ bitmaps: 0, frames: 0 });
});
