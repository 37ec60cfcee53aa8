import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';

declare const compositorPage: CompositorPage;

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

test('the photo grows from 900x1600 to 945x1680 over a black ground within a 10 px gold border', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const [first, last] = await compositorPage.shoot({ frame: 'golden', frames: [0, 29] });
    if (!first || !last) throw new Error('Two frames were asked for.');
    const at = (x: number, y: number) => [compositorPage.pixel(first, x, y), compositorPage.pixel(last, x, y)];
    return {
      border: [at(0, 0), at(9, 960), at(1070, 960), at(540, 1910), at(1079, 1919)],
      ground: [at(10, 960), at(60, 960), at(540, 60), at(540, 1860)],
      between: [at(89, 960), at(991, 960), at(540, 158), at(540, 1761)],
      photo: [at(91, 960), at(988, 960), at(200, 162)],
    };
  });
  const gold = [0xd4, 0xaf, 0x37];
  const ground = [5, 5, 5];
  for (const corner of seen.border) expect(corner).toEqual([gold, gold]);
  for (const point of seen.ground) expect(point).toEqual([ground, ground]);
  for (const [first, last] of seen.between) {
    expect(first).toEqual(ground);
    expect(last).not.toEqual(ground);
  }
  expect(seen.photo[0]).toEqual([
    [0x20, 0x40, 0x60],
    [0x20, 0x40, 0x60],
  ]);
  expect(seen.photo[1]).toEqual([
    [0xc0, 0x80, 0x40],
    [0xc0, 0x80, 0x40],
  ]);
});

for (const atmosphere of ['glitter-rain', 'sparkles'] as const) {
  test(`${atmosphere} moves, and is the same for the same seed`, async ({ page }) => {
    const seen = await page.evaluate(async (atmosphere) => {
      const [first, later] = await compositorPage.shoot({ atmosphere, frames: [0, 15] });
      const [again] = await compositorPage.shoot({ atmosphere, frames: [0] });
      const [other] = await compositorPage.shoot({ atmosphere, seed: 8, frames: [0] });
      if (!first || !later || !again || !other) throw new Error('A frame is missing.');
      return {
        moved: compositorPage.differenceBox(first, later) !== null,
        repeated: compositorPage.differenceBox(first, again),
        reseeded: compositorPage.differenceBox(first, other) !== null,
      };
    }, atmosphere);
    expect(seen).toEqual({ moved: true, repeated: null, reseeded: true });
  });
}

for (const [what, text] of [
  ['a line with emoji', '✨ Luxury Beauty Secrets Revealed!'],
  ['five hundred characters', 'Golden hour '.repeat(42).slice(0, 500)],
  ['Arabic', 'أسرار الجمال الفاخر'],
  ['Hebrew', 'סודות יופי יוקרתיים'],
  ['Chinese', '奢华美容秘诀大公开'],
  ['markup', '<b>bold</b> & <img src=x>'],
] as const) {
  test(`the hook stays within its banner: ${what}`, async ({ page }) => {
    const ink = await page.evaluate(async (text) => {
      const [bare] = await compositorPage.shoot({});
      const [written] = await compositorPage.shoot({ text });
      return bare && written ? compositorPage.differenceBox(bare, written) : null;
    }, text);
    expect(ink).not.toBeNull();
    expect(ink?.pixels).toBeGreaterThan(2000);
    expect(ink?.top).toBeGreaterThanOrEqual(100);
    expect(ink?.bottom).toBeLessThanOrEqual(300);
    // Centred: as much room on the left as on the right.
    expect(Math.abs((ink?.left ?? 0) - (1080 - (ink?.right ?? 0)))).toBeLessThan(40);
  });
}

test('emoji keep their colours', async ({ page }) => {
  const coloured = await page.evaluate(async () => {
    const photos = [['#808080', '#808080']] as const;
    const [bare] = await compositorPage.shoot({ photos });
    const [plain] = await compositorPage.shoot({ photos, text: 'Gold' });
    const [emoji] = await compositorPage.shoot({ photos, text: '✨👩🇩🇪' });
    if (!bare || !plain || !emoji) throw new Error('A frame is missing.');
    return [plain, emoji].map((frame) => compositorPage.differenceBox(bare, frame)?.coloured ?? 0);
  });
  expect(coloured[0]).toBe(0);
  expect(coloured[1]).toBeGreaterThan(1000);
});

test('the two backends draw the same picture', async ({ page }) => {
  const ratios = await page.evaluate(async () => {
    const size = { width: 540, height: 960 };
    const shots = [
      { frame: 'golden', atmosphere: 'glitter-rain', text: '✨ Gold', size },
      { frame: 'luxury-1', atmosphere: 'sparkles', size, frames: [12] },
      { frame: 'luxury-2', fit: 'contain', photoSize: { width: 800, height: 600 }, size },
      { frame: 'custom', photos: [['#20406080', '#c0804080']], atmosphere: 'glitter-rain', size },
      { frame: 'silver', atmosphere: 'glitter-rain', text: 'Full size' },
      // The photo's edges run through the middles of pixels.
      { frame: 'luxury-1', atmosphere: 'sparkles', size: { width: 270, height: 480 } },
    ] as const;
    const found: number[] = [];
    for (const shot of shots) {
      const [canvas] = await compositorPage.shoot({ ...shot, backend: 'canvas' });
      const [webgl] = await compositorPage.shoot({ ...shot, backend: 'webgl' });
      if (canvas && webgl) found.push(compositorPage.psnr(canvas, webgl));
    }
    return found;
  });
  expect(ratios).toHaveLength(6);
  for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(35);
});

test('a frame is the same whether drawn alone or after others, and nothing stays open', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const shot = {
      photos: [
        ['#204060', '#c08040'],
        ['#602040', '#40c080'],
        ['#406020', '#8040c0'],
      ],
      frame: 'luxury-1',
      atmosphere: 'sparkles',
      text: 'Gold',
    } as const;
    const played = await compositorPage.shoot({ ...shot, frames: [0, 29, 30, 45, 60, 89, 45] });
    const [alone] = await compositorPage.shoot({ ...shot, frames: [45] });
    if (!alone || !played[3] || !played[6]) throw new Error('A frame is missing.');
    return {
      after: compositorPage.differenceBox(played[3], alone),
      back: compositorPage.differenceBox(played[6], alone),
      open: await compositorPage.openPictures(),
    };
  });
  expect(seen).toEqual({ after: null, back: null, open: { bitmaps: 0, frames: 0 } });
});
