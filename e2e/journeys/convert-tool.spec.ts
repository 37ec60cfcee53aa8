import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { darkVideo } from '../support/captioned.ts';
import { film, streamsOf } from '../support/converted.ts';
import { probeMedia } from '../support/probe.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import { dropFiles, LAPTOP, openCreate, PHONE } from './create-page.ts';

const holiday = () => film({ name: 'holiday.mp4', size: '640x360', rate: '25', seconds: 3 });
const song = () => clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 2, clicks: [1] });

async function openTool(page: Page): Promise<void> {
  await page.goto('/#convert');
  await expect(page.getByRole('heading', { name: 'Convert a file', level: 1 })).toBeVisible();
}

test('a video becomes an MP4 for the web', async ({ page }) => {
  await openCreate(page);
  await page.getByRole('button', { name: 'Tools' }).click();
  await page.getByRole('link', { name: 'Convert a file' }).click();
  await expect(page.getByRole('heading', { name: 'Convert a file', level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Convert a file · Golden Frame Studio');
  const convert = page.getByRole('button', { name: 'Convert', exact: true });
  await expect(convert).toHaveAccessibleDescription('Choose a file first.');
  await page.getByLabel('Choose a video or a sound').setInputFiles(await holiday());
  await expect(page.getByText('640 × 360 pixels, 25 frames/s, 3.0 s, with sound')).toBeVisible();
  await expect(page.getByText('Becomes 640 × 360 pixels.')).toBeVisible();
  await convert.click();
  const save = page.getByRole('button', { name: 'Save video' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => [video.videoWidth, video.readyState > 1]))
    .toEqual([640, true]);
  const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(saved.suggestedFilename()).toBe('holiday_1080p.mp4');
  expect((await probeMedia(await saved.path())).video.nb_read_frames).toBe('75');
  await page.getByRole('button', { name: 'Convert another' }).click();
  await expect(page.getByText('Choose a file first.')).toBeVisible();
});

test('a part of a video becomes a GIF, which is shown', async ({ page }) => {
  await openTool(page);
  await page.getByLabel('Choose a video or a sound').setInputFiles(await holiday());
  await page.getByRole('radio', { name: /^GIF/ }).click();
  await expect(page.getByText('36 pictures of 480 × 270 pixels.')).toBeVisible();
  await page.getByRole('slider', { name: 'Begins at' }).press('PageUp');
  await expect(page.getByRole('slider', { name: 'Begins at' })).toHaveAttribute('aria-valuetext', '1.0 s');
  await expect(page.getByText('24 pictures of 480 × 270 pixels.')).toBeVisible();
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save picture' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() =>
      page
        .getByRole('img', { name: 'holiday_converted.gif' })
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(480);
  const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect((await streamsOf(await saved.path())).streams[0]).toMatchObject({ codec_name: 'gif', nb_read_frames: '24' });
});

test('a sound that is dropped on the page can only become a sound', async ({ page }) => {
  await openTool(page);
  await dropFiles(page, [{ name: 'song.mp3', type: 'audio/mpeg', bytes: await readFile(await song()) }]);
  await expect(page.getByText('Sound, 2.0 s')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^MP3/ })).toBeChecked();
  await page.getByRole('radio', { name: /^GIF/ }).click();
  const convert = page.getByRole('button', { name: 'Convert', exact: true });
  await expect(convert).toHaveAccessibleDescription(/song\.mp3.*no moving pictures/);
  await page.getByRole('radio', { name: /^WAV/ }).click();
  await convert.click();
  await expect(page.getByRole('button', { name: 'Save sound' })).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.duration))
    .toBeCloseTo(2, 0);
});

test('a clip of the library is taken to the converter from its details', async ({ page }) => {
  await page.goto('/#library');
  await page.getByLabel('Files for the library').setInputFiles(await holiday());
  await page.getByRole('option', { name: 'holiday.mp4' }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('dialog', { name: 'Details' }).getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Convert a file', level: 1 })).toBeFocused();
  await expect(page.getByText('640 × 360 pixels, 25 frames/s, 3.0 s, with sound')).toBeVisible();
  await page.getByRole('radio', { name: /^MP3/ }).click();
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page.getByText('holiday_converted.mp3')).toBeVisible({ timeout: 60_000 });
});

test('a file that is neither is refused in words as soon as it is chosen', async ({ page }) => {
  await openTool(page);
  await page
    .getByLabel('Choose a video or a sound')
    .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no video at all, only words') });
  await expect(page.getByRole('alert')).toContainText('notes.mp4');
  await expect(page.getByRole('button', { name: 'Convert', exact: true })).toHaveAccessibleDescription(
    'Choose another file.',
  );
});

test('a cancel leads back to the choices within a second', async ({ page }) => {
  const long = await darkVideo({ name: 'long.mp4', size: '320x180', rate: '25', seconds: 120 });
  await openTool(page);
  await page.getByLabel('Choose a video or a sound').setInputFiles(long);
  await page.getByRole('button', { name: 'Convert', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Converting' })).toHaveAttribute('aria-valuenow', /[1-9]/);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Convert', exact: true })).toBeVisible({ timeout: 1000 });
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`the converter breaks no rule of accessibility on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openTool(page);
    expect(await violations(page), 'empty').toEqual([]);
    await page.getByLabel('Choose a video or a sound').setInputFiles(await holiday());
    await expect(page.getByText('640 × 360 pixels, 25 frames/s')).toBeVisible();
    expect(await violations(page), 'chosen').toEqual([]);
    await page.getByRole('radio', { name: /^GIF/ }).click();
    expect(await violations(page), 'animation').toEqual([]);
    await page.getByRole('button', { name: 'Convert', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Save picture' })).toBeVisible({ timeout: 60_000 });
    expect(await violations(page), 'done').toEqual([]);
  });
}
