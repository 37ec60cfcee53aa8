import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { cachedFixture } from '../support/fixture-cache.ts';
import { turnedQuarterClockwise } from '../support/odd-pictures.ts';
import { photo } from '../support/pictures.ts';
import { assetOf, openStudio, refusalOf } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

test.beforeEach(({ page }) => openStudio(page));

test('a photo taken with the phone turned counts as it is shown', async ({ page }) => {
  const plain = await readFile(await photo({ name: 'landscape.jpg', width: 600, height: 400 }));
  const turned = await cachedFixture('turned.jpg', 'orientation-6', (path) =>
    writeFile(path, turnedQuarterClockwise(plain)),
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
