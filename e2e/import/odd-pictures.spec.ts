import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { cachedFixture } from '../support/fixture-cache.ts';
import { photo } from '../support/pictures.ts';
import { assetOf, openStudio, refusalOf } from '../support/studio-page.ts';

test.beforeEach(({ page }) => openStudio(page));

/** An APP1 segment with one entry: orientation 6, to be turned a quarter clockwise (EXIF 2.32, 4.6.5). */
const TURNED_SEGMENT = Buffer.from([
  ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
  ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
  ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00],
  ...[0x00, 0x00, 0x00, 0x00],
]);

test('a photo taken with the phone turned counts as it is shown', async ({ page }) => {
  const plain = await readFile(await photo({ name: 'landscape.jpg', width: 600, height: 400 }));
  const turned = await cachedFixture('turned.jpg', 'orientation-6', (path) =>
    writeFile(path, Buffer.concat([plain.subarray(0, 2), TURNED_SEGMENT, plain.subarray(2)])),
  );
  expect((await assetOf(page, turned)).facts).toMatchObject({ size: { width: 400, height: 600 } });
});

test('a picture whose structure is whole but whose pixels are not is refused', async ({ page }) => {
  const whole = await readFile(await photo({ name: 'whole.png', format: 'png', width: 300, height: 200 }));
  const damaged = await cachedFixture('damaged.png', 'idat-overwritten', (path) => {
    const bytes = Buffer.from(whole);
    bytes.fill(0x55, bytes.indexOf('IDAT') + 4, bytes.indexOf('IDAT') + 400);
    return writeFile(path, bytes);
  });
  const error = await refusalOf(page, damaged);
  expect(error).toMatchObject({ code: 'file-damaged', details: { file: 'damaged.png' } });
});

for (const format of ['png', 'webp', 'avif', 'gif'] as const) {
  test(`a cut-off ${format} is refused`, async ({ page }) => {
    const whole = await readFile(await photo({ name: `whole.${format}`, format, width: 300, height: 200 }));
    const cut = await cachedFixture(`cut.${format}`, 'half', (path) =>
      writeFile(path, whole.subarray(0, whole.length / 2)),
    );
    expect(await refusalOf(page, cut)).toMatchObject({ code: 'file-damaged', details: { rule: 'complete picture' } });
  });
}
