import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';

declare const compositorPage: CompositorPage;

/** No font has these: they are for private use. */
const UNKNOWN = '\u{F8F5}\u{F8F6}\u{F8F7}';

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

for (const [script, one, other] of [
  ['Chinese', '奢华美', '容秘诀'],
  ['Hebrew', 'אבג', 'דהו'],
  ['Arabic', 'سرج', 'ملف'],
  ['Korean', '럭셔리', '뷰티한'],
  ['emoji', '✨💎🌹', '👑💄🥂'],
] as const) {
  test(`${script} is drawn with glyphs of its own, not with boxes`, async ({ page }) => {
    const differing = await page.evaluate(
      async (texts) => {
        const [first, second, boxes] = await Promise.all(texts.map((text) => compositorPage.shoot({ text })));
        if (!first?.[0] || !second?.[0] || !boxes?.[0]) throw new Error('A frame is missing.');
        return [
          compositorPage.differenceBox(first[0], boxes[0])?.pixels ?? 0,
          compositorPage.differenceBox(second[0], boxes[0])?.pixels ?? 0,
          compositorPage.differenceBox(first[0], second[0])?.pixels ?? 0,
        ];
      },
      [one, other, UNKNOWN],
    );
    for (const pixels of differing) expect(pixels).toBeGreaterThan(1000);
  });
}

test('Arabic letters are joined', async ({ page }) => {
  // The same letters with a joiner that forbids joining between them.
  const [joined, isolated] = await page.evaluate(inkWidths, ['بيتنا', 'ب\u200cي\u200cت\u200cن\u200cا']);
  expect(joined).toBeGreaterThan(60);
  expect(isolated).toBeGreaterThan((joined ?? 0) * 1.2);
});

test('markup is drawn as it is written', async ({ page }) => {
  const [written, entity, without, inside] = await page.evaluate(inkWidths, [
    '<b>&amp;<script>',
    '<b>&<script>',
    '&<script>',
    '&',
  ]);
  expect(written).toBeGreaterThan((entity ?? 0) + 60);
  expect(entity).toBeGreaterThan((without ?? 0) + 60);
  expect(without).toBeGreaterThan((inside ?? 0) + 60);
});

for (const [what, text] of [
  ['one word without an end', 'W'.repeat(500)],
  ['nothing but lines', 'Ågj\n'.repeat(125)],
  ['families of emoji', '👩‍👩‍👧‍👦'.repeat(500)],
  ['stacked marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢'.repeat(30)],
  ['Chinese', '奢'.repeat(500)],
] as const) {
  test(`no ink leaves the banner: ${what}`, async ({ page }) => {
    const ink = await page.evaluate(async (text) => {
      const [[bare], [written]] = await Promise.all([compositorPage.shoot({}), compositorPage.shoot({ text })]);
      return bare && written ? compositorPage.differenceBox(bare, written) : null;
    }, text);
    expect(ink?.pixels).toBeGreaterThan(1000);
    expect(ink?.top).toBeGreaterThanOrEqual(100);
    expect(ink?.bottom).toBeLessThanOrEqual(300);
  });
}

/** Runs in the page. @returns widths of what is drawn of each text, in pixels. */
async function inkWidths(texts: readonly string[]): Promise<number[]> {
  const [bare] = await compositorPage.shoot({});
  const widths: number[] = [];
  for (const text of texts) {
    const [written] = await compositorPage.shoot({ text });
    const ink = bare && written ? compositorPage.differenceBox(bare, written) : null;
    widths.push(ink ? ink.right - ink.left : 0);
  }
  return widths;
}
