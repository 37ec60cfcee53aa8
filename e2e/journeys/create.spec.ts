import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { emptyFile, textNamedAsPhoto } from '../support/bad-files.ts';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import {
  chooseFiles,
  dropFiles,
  isSaved,
  LAPTOP,
  openCreate,
  PHONE,
  pause,
  previewIsReady,
  startShortExport,
  timelineShots,
} from './create-page.ts';

for (const size of [LAPTOP, PHONE]) {
  test.describe(`on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch });

    test('photos and a song play at once, and become a video that plays in the page', async ({ page }) => {
      const track = await clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 8, clicks: [1, 2] });
      await openCreate(page);
      await chooseFiles(page, [...(await photos(3)), track]);
      await previewIsReady(page);
      await expect(timelineShots(page)).toHaveCount(3);
      await expect(page.getByText('/ 00:08.0')).toBeVisible();
      await pause(page);

      await startShortExport(page);
      const result = page.getByRole('dialog', { name: 'Your video' });
      await expect(result).toBeVisible({ timeout: 90_000 });
      await expect(result.getByText(/^48 frames, 2\.0 s, /)).toBeVisible();
      const video = result.getByLabel(/finished video$/);
      await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.duration)).toBeCloseTo(2, 1);

      const download = page.waitForEvent('download');
      await result.getByRole('button', { name: 'Download video' }).click();
      expect((await download).suggestedFilename()).toBe('Untitled video.mp4');
    });

    test('a reload finds the project where it was left', async ({ page }) => {
      await openCreate(page);
      await chooseFiles(page, await photos(2));
      await previewIsReady(page);
      await isSaved(page);
      await page.reload();
      await previewIsReady(page);
      await expect(timelineShots(page)).toHaveCount(2);
      await expect(page.getByText('/ 00:08.0')).toBeVisible();
    });

    test('files that cannot be used are listed with the reason until they are dismissed', async ({ page }) => {
      await openCreate(page);
      await chooseFiles(page, [await emptyFile('nothing.jpg'), await textNamedAsPhoto(), ...(await photos(1))]);
      await previewIsReady(page);
      const failures = page.getByRole('list', { name: 'Files that could not be used' });
      await expect(failures.getByRole('listitem')).toHaveCount(2);
      await expect(failures).toContainText('nothing.jpg is empty (0 bytes)');
      await failures.getByRole('button', { name: 'Dismiss the message about nothing.jpg' }).click();
      await expect(failures.getByRole('listitem')).toHaveCount(1);
    });
  });
}

test('files dropped anywhere in the window are taken', async ({ page }) => {
  await openCreate(page);
  const paths = await photos(2);
  const files = await Promise.all(
    paths.map(async (path, index) => ({ name: `photo-${index}.jpg`, type: 'image/jpeg', bytes: await readFile(path) })),
  );
  await dropFiles(page, files);
  await previewIsReady(page);
  await expect(timelineShots(page)).toHaveCount(2);
});

test('an eleventh photo is left out, and said so', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(11));
  await previewIsReady(page);
  await expect(page.getByText('10 of 10')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files that could not be used' })).toContainText('at most 10');
});

test('the sample opens, plays, and is there after a reload', async ({ page }) => {
  await openCreate(page);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await previewIsReady(page);
  await pause(page);
  await expect(timelineShots(page)).toHaveCount(5);
  await page.reload();
  await previewIsReady(page);
  await expect(timelineShots(page)).toHaveCount(5);
});
