import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { darkVideo, packetSums } from '../support/captioned.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import { dropFiles, LAPTOP, openCreate, PHONE } from './create-page.ts';

function film(): Promise<string> {
  return darkVideo({ name: 'holiday.mp4', size: '640x360', rate: '25', seconds: 3 });
}

function song(): Promise<string> {
  return clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 2, clicks: [1] });
}

async function openTool(page: Page): Promise<void> {
  await page.goto('/#music');
  await expect(page.getByRole('heading', { name: 'Background music', level: 1 })).toBeVisible();
}

test('a video and a track become a video with music, whose pictures are the source’s', async ({ page }) => {
  await openCreate(page);
  await page.getByRole('button', { name: 'Tools' }).click();
  await page.getByRole('link', { name: 'Background music' }).click();
  await expect(page.getByRole('heading', { name: 'Background music', level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Background music · Golden Frame Studio');
  const add = page.getByRole('button', { name: 'Add music' });
  await expect(add).toHaveAccessibleDescription('Choose a video first.');
  await page.getByLabel('Choose a video').setInputFiles(await film());
  await expect(add).toHaveAccessibleDescription('Choose the music.');
  await page.getByLabel('Choose a track').setInputFiles(await song());
  await page.getByRole('slider', { name: 'Music' }).press('ArrowRight');
  await expect(page.getByRole('slider', { name: 'Music' })).toHaveAttribute('aria-valuetext', /35 %/);
  await page.getByRole('switch', { name: /Lower the music/ }).click();
  await add.click();
  const save = page.getByRole('button', { name: 'Save video' });
  await expect(save).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => [video.videoWidth, video.readyState > 1]))
    .toEqual([640, true]);
  const [video] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(video.suggestedFilename()).toBe('holiday_music.mp4');
  const sums = async (path: string) => (await packetSums(path, 'v')).map(({ sum }) => sum);
  expect(await sums(await video.path())).toEqual(await sums(await film()));
  await page.getByRole('button', { name: 'Add music to another' }).click();
  await expect(page.getByText('Choose a video first.')).toBeVisible();
  await expect(page.getByText('song.mp3')).toBeVisible();
});

test('files that are dropped on the page are the video and its music', async ({ page }) => {
  await openTool(page);
  await dropFiles(page, [
    { name: 'song.mp3', type: 'audio/mpeg', bytes: await readFile(await song()) },
    { name: 'holiday.mp4', type: 'video/mp4', bytes: await readFile(await film()) },
  ]);
  await expect(page.getByText('holiday.mp4')).toBeVisible();
  await expect(page.getByText('song.mp3')).toBeVisible();
});

test('a file that is no video is refused in words, and the choices stay', async ({ page }) => {
  await openTool(page);
  await page.getByLabel('Choose a video').setInputFiles(await song());
  await page.getByLabel('Choose a track').setInputFiles(await song());
  await page.getByRole('button', { name: 'Add music' }).click();
  await expect(page.getByRole('alert')).toContainText('song.mp3');
  await expect(page.getByRole('alert')).toContainText('holds no video');
  await expect(page.getByRole('button', { name: 'Add music' })).toBeVisible();
});

test('a cancel leads back to the choices within a second', async ({ page }) => {
  const long = await darkVideo({ name: 'long.mp4', size: '320x180', rate: '25', seconds: 120 });
  await openTool(page);
  await page.getByLabel('Choose a video').setInputFiles(long);
  await page.getByLabel('Choose a track').setInputFiles(await song());
  await page.getByRole('button', { name: 'Add music' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add music' })).toBeVisible({ timeout: 1000 });
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`the music tool breaks no rule of accessibility on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openTool(page);
    expect(await violations(page), 'empty').toEqual([]);
    await page.getByRole('button', { name: name === LAPTOP.name ? 'Tools' : 'Pages' }).click();
    expect(await violations(page), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByLabel('Choose a video').setInputFiles(await film());
    await page.getByLabel('Choose a track').setInputFiles(await song());
    expect(await violations(page), 'chosen').toEqual([]);
    await page.getByRole('button', { name: 'Add music' }).click();
    await expect(page.getByRole('button', { name: 'Save video' })).toBeVisible({ timeout: 60_000 });
    expect(await violations(page), 'done').toEqual([]);
  });
}
