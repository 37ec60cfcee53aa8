import { expect } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { decodeFrames, decodeStill, type Picture, psnr } from '../support/pixels.ts';
import { probeMedia } from '../support/probe.ts';
import { test } from '../support/test.ts';
import {
  chooseFiles,
  isSaved,
  openCreate,
  openExportSheet,
  pause,
  previewIsReady,
  startShortExport,
  timelineShots,
} from './create-page.ts';

test('the sample becomes a real MP4 and a real thumbnail on this machine', async ({ page }, testInfo) => {
  await openCreate(page);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await previewIsReady(page);
  await pause(page);
  await startShortExport(page);
  const result = page.getByRole('dialog', { name: 'Your video' });
  await expect(result).toBeVisible({ timeout: 90_000 });

  const saveAs = async (button: string, name: string) => {
    const download = page.waitForEvent('download');
    await result.getByRole('button', { name: button }).click();
    const path = testInfo.outputPath(name);
    await (await download).saveAs(path);
    return path;
  };
  const movie = await saveAs('Download video', 'video.mp4');
  const { video, audio } = await probeMedia(movie);
  expect(video).toMatchObject({ codec_name: 'h264', nb_read_frames: '48' });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000' });
  const size = { width: video.width, height: video.height };
  const [frame] = await decodeFrames(movie, size, [24]);
  const still = await decodeStill(await saveAs('Download thumbnail', 'thumbnail.jpg'), size);
  expect(psnr(still, frame as Picture)).toBeGreaterThan(30);
});

test('a page closed and opened again finds project, media and results', async ({ page, context }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await startShortExport(page);
  await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
  await isSaved(page);
  await page.close();

  const reopened = await context.newPage();
  await reopened.goto('/');
  await previewIsReady(reopened);
  await expect(timelineShots(reopened)).toHaveCount(2);
  await reopened.getByRole('link', { name: 'Queue' }).click();
  await reopened.getByRole('button', { name: 'Open Untitled video' }).click();
  const video = reopened.getByLabel(/finished video$/);
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.duration)).toBeCloseTo(2, 1);
});

test('a disk that fills up during an export fails that export alone, and it succeeds once there is room', async ({
  page,
}) => {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await pause(page);
  await startShortExport(page);
  await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Escape');
  await isSaved(page);

  const sheet = await openExportSheet(page);
  await sheet.getByRole('radio', { name: /^Normal/ }).click();
  const length = sheet.getByRole('textbox', { name: /^Length in seconds/ });
  await length.fill('12');
  await length.press('Enter');
  await expect(sheet.getByText(/^About .+, .+B$/)).toBeVisible();
  await isSaved(page);
  await sheet.getByRole('button', { name: 'Export video' }).click();
  await expect(page.getByRole('progressbar', { name: 'Export' })).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 });

  const failed = page.getByRole('dialog', { name: 'Export failed' });
  await expect(failed.getByRole('alert')).toContainText(/disk|storage/i, { timeout: 60_000 });
  await expect(timelineShots(page)).toHaveCount(2);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog', { name: 'Your video' })).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('button', { name: /^Download / })).toHaveCount(2);
});
