import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { darkVideo } from '../support/captioned.ts';
import { photo } from '../support/pictures.ts';
import { probeMedia } from '../support/probe.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { violations } from './axe.ts';
import { dropFiles, LAPTOP, PHONE } from './create-page.ts';

const ADD = /Choose videos and images|Add scenes/;

function film(): Promise<string> {
  return darkVideo({ name: 'holiday.mp4', size: '320x180', rate: '30', seconds: 1 });
}

function picture(): Promise<string> {
  return photo({ name: 'scene.jpg', width: 320, height: 480 });
}

function voice(): Promise<string> {
  return clickTrack({ name: 'voice.wav', format: 'wav', seconds: 1.5, clicks: [1] });
}

async function openTool(page: Page): Promise<void> {
  await page.goto('/#merge');
  await expect(page.getByRole('heading', { name: 'Merge scenes', level: 1 })).toBeVisible();
}

function scenes(page: Page) {
  return page.getByRole('list', { name: 'Scenes' }).getByRole('listitem');
}

test('scenes in the order that was chosen become one video', async ({ page }) => {
  await openTool(page);
  const merge = page.getByRole('button', { name: 'Merge scenes' });
  await expect(merge).toHaveAccessibleDescription('Choose the scenes first.');
  await page.getByLabel(ADD).setInputFiles([await film(), await picture()]);
  await page.getByLabel('Voice-over of scene 2').setInputFiles(await voice());
  await page.getByLabel('Voice-over of scene 1').setInputFiles(await voice());
  await page.getByRole('button', { name: 'Remove the voice-over of scene 1' }).click();
  await page.getByRole('button', { name: 'Move scene 2 up' }).click();
  await expect(scenes(page).first()).toContainText('scene.jpg');
  await expect(scenes(page).first()).toContainText('voice.wav');
  await page.getByRole('button', { name: 'Move scene 1 down' }).press('Alt+ArrowDown');
  await expect(scenes(page).first()).toContainText('holiday.mp4');
  await page.getByRole('radio', { name: '16:9' }).click();
  await page.getByLabel('Between scenes').selectOption('Crossfade');
  await merge.click();
  const save = page.getByRole('button', { name: 'Download video' });
  await expect(save).toBeVisible({ timeout: 90_000 });
  const [video] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect((await probeMedia(await video.path())).video).toMatchObject({
    ...{ width: 1920, height: 1080, nb_read_frames: String(30 + 45) },
  });
  await page.getByRole('button', { name: 'Merge others' }).click();
  await expect(page.getByText('Choose the scenes first.')).toBeVisible();
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByText('Merged scenes').first()).toBeVisible();
});

test('scenes change places by drag', async ({ page }) => {
  await openTool(page);
  await page.getByLabel(ADD).setInputFiles([await film(), await picture()]);
  const [first, second] = [await scenes(page).first().boundingBox(), await scenes(page).last().boundingBox()];
  if (!first || !second) throw new Error('There are no scenes.');
  await page.mouse.move(first.x + 16, first.y + 30);
  await page.mouse.down();
  await page.mouse.move(second.x + 16, second.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect(scenes(page).first()).toContainText('scene.jpg');
});

test('recordings that are dropped become the voices of the scenes of their names', async ({ page }) => {
  await openTool(page);
  await dropFiles(page, [
    { name: 'holiday.wav', type: 'audio/wav', bytes: await readFile(await voice()) },
    { name: 'scene.jpg', type: 'image/jpeg', bytes: await readFile(await picture()) },
    { name: 'holiday.mp4', type: 'video/mp4', bytes: await readFile(await film()) },
  ]);
  await expect(scenes(page).last()).toContainText('holiday.wav');
  await dropFiles(page, [{ name: 'a.wav', type: 'audio/wav', bytes: await readFile(await voice()) }]);
  await dropFiles(page, [{ name: 'b.wav', type: 'audio/wav', bytes: await readFile(await voice()) }]);
  await expect(page.getByRole('alert')).toContainText('b.wav');
});

for (const { name, viewport } of [LAPTOP, PHONE]) {
  test(`the merge tool breaks no rule of accessibility on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openTool(page);
    expect(await violations(page), 'empty').toEqual([]);
    await page.getByLabel(ADD).setInputFiles([await film(), await picture()]);
    await expect(scenes(page)).toHaveCount(2);
    expect(await violations(page), 'chosen').toEqual([]);
  });
}
