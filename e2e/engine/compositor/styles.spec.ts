import { expect, test } from '@playwright/test';
import { gradeMatrix } from '#core/style/grade.ts';
import { STYLE_PRESETS } from '#core/style/presets.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { TRANSITION_KINDS } from '#core/style/transition.ts';
import type { CompositorPage } from '../../harness/compositor/main.ts';
import { flatClip, movingClip } from '../../support/clips.ts';
import { photo, plainPicture } from '../../support/pictures.ts';
import { testFile } from '../../support/test-files.ts';

declare const compositorPage: CompositorPage;

const SIZE = { width: 540, height: 960 };
/** What both backends may differ by: they round edges and translucent colours differently. */
const ALIKE_DB = 35;
/** What H.264 and 4:2:0 may change of a clip's colour before it is graded, and what rounding may change after it. */
const CODEC_LEVELS = 2;
const ROUNDING_LEVELS = 1;
const PATCH = [0xb4, 0x78, 0x5a] as const;
const IDENTITY = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
] as const;

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

for (const kind of TRANSITION_KINDS) {
  test(`${kind} looks the same on both backends, at a quarter, half and three quarters of its way`, async ({
    page,
  }) => {
    const found = await page.evaluate(
      async ([transition, size]) => {
        const shot = {
          photos: [
            ['#a04060', '#4080c0'],
            ['#60a040', '#c0a020'],
          ],
          transition: { kind: transition, durationFrames: 20 },
          frames: [25, 30, 35],
          frame: 'golden',
          size,
        } as const;
        const canvas = await compositorPage.shoot({ ...shot, backend: 'canvas' });
        const webgl = await compositorPage.shoot({ ...shot, backend: 'webgl' });
        const hard = await compositorPage.shoot({ ...shot, transition: null, backend: 'canvas' });
        return canvas.map((drawn, index) => ({
          alike: compositorPage.psnr(drawn, webgl[index] as typeof drawn),
          fromCut: compositorPage.psnr(drawn, hard[index] as typeof drawn),
        }));
      },
      [kind, SIZE] as const,
    );
    expect(found).toHaveLength(3);
    for (const { alike, fromCut } of found) {
      expect(alike).toBeGreaterThanOrEqual(ALIKE_DB);
      expect(fromCut, 'it is no hard cut').toBeLessThan(30);
    }
  });
}

for (const style of STYLE_NAMES) {
  test(`the colours of ${style} are those of its matrix, for a photo and for a clip, on both backends`, async ({
    page,
  }) => {
    const files = [
      await testFile(await plainPicture('patch.png', '#B4785A', 300, 500)),
      await testFile(await flatClip('patch.mp4', '#B4785A', 1)),
    ] as const;
    const seen = await page.evaluate(
      async ([[still, clip], name, size]) => {
        const colours: number[][] = [];
        for (const file of [still, clip]) {
          for (const backend of ['canvas', 'webgl'] as const) {
            const shot = { photos: [file], style: name, lengthSeconds: 1, frames: [5], size, backend } as const;
            const [frame] = await compositorPage.shootProject(shot);
            if (!frame) throw new Error('A frame was asked for.');
            colours.push(compositorPage.pixel(frame, size.width / 2, size.height / 2));
          }
        }
        return colours;
      },
      [files, style, SIZE] as const,
    );
    const matrix = gradeMatrix(STYLE_PRESETS[style].grade, 100);
    expect(seen).toHaveLength(4);
    seen.forEach((colour, index) => {
      const sourceLevels = index < 2 ? 0 : CODEC_LEVELS;
      colour.forEach((value, channel) => {
        const [red, green, blue, offset] = matrix?.[channel] ?? IDENTITY[channel] ?? [0, 0, 0, 0];
        const wanted = red * PATCH[0] + green * PATCH[1] + blue * PATCH[2] + offset * 255;
        const reach = Math.abs(red) + Math.abs(green) + Math.abs(blue);
        const error = Math.abs(value - Math.min(255, Math.max(0, wanted)));
        expect(error, `${colour}, channel ${channel}`).toBeLessThanOrEqual(sourceLevels * reach + ROUNDING_LEVELS);
      });
    });
  });
}

for (const backend of ['canvas', 'webgl'] as const) {
  test(`every frame of every style is the same whether drawn alone or after others, on ${backend}`, async ({
    page,
  }) => {
    const clip = await testFile(await movingClip('bar-2s.mp4', 2));
    const still = await testFile(await plainPicture('patch.png', '#B4785A', 300, 500));
    const differing = await page.evaluate(
      async ([files, styles, size, drawnBy]) => {
        const found: string[] = [];
        for (const style of styles) {
          const frames = [14, 30, 60, 119];
          const shot = { photos: files, style, lengthSeconds: 4, size, backend: drawnBy, frames };
          const played = await compositorPage.shootProject(shot);
          for (const [index, drawn] of played.entries()) {
            const frame = frames[index] as number;
            const [alone] = await compositorPage.shootProject({ ...shot, frames: [frame] });
            if (!alone || compositorPage.differenceBox(drawn, alone)) found.push(`${style} ${frame}`);
          }
        }
        return found;
      },
      [[clip, clip, still, clip, clip], STYLE_NAMES, { width: 270, height: 480 }, backend] as const,
    );
    expect(differing).toEqual([]);
  });
}

test('pans, blurred bars and hooks on their way in look the same on both backends', async ({ page }) => {
  const picture = await testFile(
    await photo({ name: 'smooth.png', format: 'png', width: 900, height: 600, seed: 3, grain: 0 }),
  );
  const ratios = await page.evaluate(
    async ([file, size]) => {
      const shared = { photos: [file], lengthSeconds: 3, frames: [6, 60], frame: 'golden', size } as const;
      const shots = [
        { ...shared, motion: 'pan-left' },
        { ...shared, motion: 'pan-down' },
        { ...shared, motion: 'to-focus' },
        { ...shared, fit: 'contain', bars: 'blurred' },
        { ...shared, hook: 'Rise', style: 'soft-romance' },
        { ...shared, hook: 'Pop', style: 'energetic-dance' },
        { ...shared, hook: 'Typed out', style: 'vintage-film' },
        { ...shared, hook: 'Slide', style: 'neon-night' },
      ] as const;
      const found: number[] = [];
      for (const shot of shots) {
        const canvas = await compositorPage.shootProject({ ...shot, backend: 'canvas' });
        const webgl = await compositorPage.shootProject({ ...shot, backend: 'webgl' });
        found.push(...canvas.map((drawn, index) => compositorPage.psnr(drawn, webgl[index] as typeof drawn)));
      }
      return found;
    },
    [picture, SIZE] as const,
  );
  expect(ratios).toHaveLength(16);
  for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(ALIKE_DB);
});

test('a pan goes from one side of the picture to the other', async ({ page }) => {
  const middles = await page.evaluate(async (size) => {
    const shot = { photos: [['#204060', '#c08040']], motion: 'pan-right', frames: [0, 29], size } as const;
    const drawn = await compositorPage.shoot(shot);
    return drawn.map((frame) => compositorPage.pixel(frame, size.width / 2, size.height / 2));
  }, SIZE);
  expect(middles).toEqual([
    [0x20, 0x40, 0x60],
    [0xc0, 0x80, 0x40],
  ]);
});
