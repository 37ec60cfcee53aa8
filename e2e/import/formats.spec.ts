import { expect } from '@playwright/test';
import { framePicture, type PictureFormat, photo } from '../support/pictures.ts';
import { assetOf, importPaths, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';

test.beforeEach(({ page }) => openStudio(page));

const PICTURES: readonly PictureFormat[] = ['jpg', 'png', 'webp', 'avif', 'gif'];

for (const format of PICTURES) {
  test(`a ${format} picture comes in with its format and size`, async ({ page }) => {
    const path = await photo({ name: `picture.${format}`, format, width: 600, height: 900 });
    const asset = await assetOf(page, path);
    expect(asset.facts).toMatchObject({
      kind: 'image',
      format: format === 'jpg' ? 'jpeg' : format,
      size: { width: 600, height: 900 },
    });
  });
}

test('a picture that could be see-through, but is not, counts as opaque', async ({ page }) => {
  // A border as wide as half of the picture leaves no pixel clear, though the file has an alpha channel.
  const asset = await assetOf(page, await framePicture('all-border.png', '#FF0000', 540));
  expect(asset.facts).toMatchObject({ kind: 'image', hasAlpha: false });
});

test('a picture with see-through pixels is known as one', async ({ page }) => {
  const asset = await assetOf(page, await framePicture('own-frame.png', '#FF0000', 40));
  expect(asset.facts).toMatchObject({ kind: 'image', hasAlpha: true, size: { width: 1080, height: 1920 } });
});

for (const format of ['mp3', 'wav', 'm4a', 'ogg', 'flac'] as const) {
  test(`a ${format} track comes in as sound with its length`, async ({ page }) => {
    const path = await clickTrack({ name: `track.${format}`, format, seconds: 3, clicks: [1, 2] });
    const { facts } = await assetOf(page, path);
    if (facts.kind !== 'audio') throw new Error(`The track is ${facts.kind}.`);
    expect(facts.durationSeconds).toBeGreaterThan(2.9);
    expect(facts.durationSeconds).toBeLessThan(3.1);
  });
}

test('a file is known by its bytes, whatever it is called', async ({ page }) => {
  const asset = await assetOf(
    page,
    await photo({ name: 'really-a-webp.mp3', format: 'webp', width: 300, height: 200 }),
  );
  expect(asset.mimeType).toBe('image/webp');
});

test('the answers come in the order of the files', async ({ page }) => {
  const paths = [
    await photo({ name: 'first.jpg', seed: 1, width: 320, height: 240 }),
    await photo({ name: 'second.jpg', seed: 2, width: 320, height: 240 }),
  ];
  const names = (await importPaths(page, paths)).map((answer) => (answer.ok ? answer.asset.name : answer.file));
  expect(names).toEqual(['first.jpg', 'second.jpg']);
});
