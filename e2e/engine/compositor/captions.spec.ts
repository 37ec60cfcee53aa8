import { expect, test } from '@playwright/test';
import type { CaptionLookName } from '#core/captions/looks.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { CompositorPage } from '../../harness/compositor/main.ts';

declare const compositorPage: CompositorPage;

const LOOKS: readonly CaptionLookName[] = ['classic', 'boxed', 'karaoke', 'pop', 'typewriter', 'luxury-gold'];
const HALF_SIZE = { width: 540, height: 960 };
/** What every platform leaves free of that, as wide on the left as on the right. */
const FREE = { left: 96, top: 144, right: 444, bottom: 624 };

/** From 0.2 s to 0.9 s, a word each 0.2 s; `/` begins a line. */
function cues(text: string): Cue[] {
  const texts = text.split(' ');
  const words = texts.map((each, index) => ({
    text: each.replace('/', ''),
    start: 0.2 + index * 0.2,
    end: 0.4 + index * 0.2,
    confidence: 1,
  }));
  const lines = texts.flatMap((each, index) => (index === 0 || each.startsWith('/') ? [index] : []));
  return [{ id: 'c1', start: 0.2, end: 0.9, words, lines }];
}

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

test('both backends draw every look alike, where the caption is', async ({ page }) => {
  const ratios = await page.evaluate(
    async ({ looks, cues, size }) => {
      const found: { look: string; frame: number; ratio: number }[] = [];
      // Frame 13 has a word that pops in, frame 8 one that is typed and a caption that fades.
      const frames = [8, 13, 20];
      const bare = await compositorPage.shoot({ frames, size });
      for (const look of looks) {
        const shot = { frames, size, captions: { cues, look } };
        const canvas = await compositorPage.shoot({ ...shot, backend: 'canvas' });
        const webgl = await compositorPage.shoot({ ...shot, backend: 'webgl' });
        frames.forEach((frame, index) => {
          const [one, other, without] = [canvas[index], webgl[index], bare[index]];
          const box = one && without && compositorPage.differenceBox(without, one);
          if (!one || !other || !box) throw new Error(`Nothing was drawn for ${look} in frame ${frame}.`);
          found.push({ look, frame, ratio: compositorPage.psnr(cut(one), cut(other)) });

          /** The caption alone: the rest of the picture would hide a difference. */
          function cut(drawn: typeof one & object): typeof drawn {
            const width = (box?.right ?? 0) - (box?.left ?? 0);
            const height = (box?.bottom ?? 0) - (box?.top ?? 0);
            const rgba = new Uint8ClampedArray(width * height * 4);
            for (let row = 0; row < height; row++) {
              const from = (((box?.top ?? 0) + row) * drawn.width + (box?.left ?? 0)) * 4;
              rgba.set(drawn.rgba.subarray(from, from + width * 4), row * width * 4);
            }
            return { width, height, rgba, i420: null };
          }
        });
      }
      return found;
    },
    { looks: LOOKS, cues: cues('golden hour /✨ שלום'), size: HALF_SIZE },
  );
  expect(ratios).toHaveLength(LOOKS.length * 3);
  for (const { look, frame, ratio } of ratios) {
    expect(ratio, `${look}, frame ${frame}`).toBeGreaterThanOrEqual(35);
  }
});

test('a caption is on from the first frame of its time to the last', async ({ page }) => {
  const drawn = await page.evaluate(async (cues) => {
    const frames = [5, 6, 26, 27];
    const bare = await compositorPage.shoot({ frames });
    const written = await compositorPage.shoot({ frames, captions: { cues, look: 'classic' } });
    return written.map((frame, index) => {
      const without = bare[index];
      return without ? (compositorPage.differenceBox(without, frame)?.pixels ?? 0) > 0 : null;
    });
  }, cues('golden hour'));
  expect(drawn).toEqual([false, true, true, false]);
});

for (const [script, text, order] of [
  ['left to right', 'golden hour light', 1],
  ['right to left', 'שלום לך חבר', -1],
] as const) {
  test(`the highlight follows the words ${script}`, async ({ page }) => {
    const middles = await page.evaluate(async (cues) => {
      const frames = [7, 13, 19];
      const drawn = await compositorPage.shoot({
        photos: [['#204060', '#204060']],
        frames,
        captions: { cues, look: 'karaoke' },
      });
      return drawn.map(({ rgba, width }) => {
        let [sum, count] = [0, 0];
        for (let at = 0; at < rgba.length; at += 4) {
          // The accent #FFD84A.
          const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
          if (Math.abs(red - 255) + Math.abs(green - 216) + Math.abs(blue - 74) > 12) continue;
          sum += (at / 4) % width;
          count++;
        }
        return { middle: sum / count, count };
      });
    }, cues(text));
    for (const { count } of middles) expect(count).toBeGreaterThan(500);
    const [first, second, third] = middles.map(({ middle }) => middle * order);
    expect(second).toBeGreaterThan((first ?? 0) + 100);
    expect(third).toBeGreaterThan((second ?? 0) + 100);
  });
}

test('no look writes over what the platforms cover, however long the caption is', async ({ page }) => {
  const texts = [
    'an extraordinarily long caption that nobody could ever read in time but that is there',
    'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
    '我们都喜欢黄金时间的光我们都喜欢黄金时间的光我们都喜欢黄金时间的光',
  ];
  for (const look of LOOKS) {
    for (const text of texts) {
      const [cue] = cues(text);
      if (!cue) throw new Error('No cue.');
      const words = cue.words.map((word) => ({ ...word, start: 0.2, end: 0.3 }));
      const box = await page.evaluate(
        async ({ cue, look, size }) => {
          const [bare] = await compositorPage.shoot({ frames: [20], size });
          const [drawn] = await compositorPage.shoot({ frames: [20], size, captions: { cues: [cue], look } });
          return bare && drawn ? compositorPage.differenceBox(bare, drawn) : null;
        },
        { cue: { ...cue, words }, look, size: HALF_SIZE },
      );
      // Box and shadow may reach a little over the words.
      const slack = 22;
      expect(box?.left, `${look}: ${text}`).toBeGreaterThanOrEqual(FREE.left - slack);
      expect(box?.right, `${look}: ${text}`).toBeLessThanOrEqual(FREE.right + slack);
      expect(box?.top, `${look}: ${text}`).toBeGreaterThanOrEqual(FREE.top - slack);
      expect(box?.bottom, `${look}: ${text}`).toBeLessThanOrEqual(FREE.bottom + slack);
    }
  }
});

test('a typed word shows its letters one after the other, in their place', async ({ page }) => {
  const edges = await page.evaluate(
    async (cues) => {
      const frames = [6, 10, 20];
      const bare = await compositorPage.shoot({ frames });
      // No box and no shadow: what differs is letters.
      const drawn = await compositorPage.shoot({ frames, captions: { cues, look: 'typewriter' } });
      const ink = drawn.map(({ rgba, width }, index) => {
        let right = 0;
        for (let at = 0; at < rgba.length; at += 4) {
          const white = (rgba[at] ?? 0) > 200 && (bare[index]?.rgba[at] ?? 255) < 200;
          if (white) right = Math.max(right, (at / 4) % width);
        }
        return right;
      });
      return ink;
    },
    [
      { id: 'c', start: 0.2, end: 0.9, words: [{ text: 'golden', start: 0.2, end: 0.5, confidence: 1 }], lines: [0] },
    ] satisfies Cue[],
  );
  const [first = 0, second = 0, whole = 0] = edges;
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first + 30);
  expect(whole).toBeGreaterThan(second + 30);
});
