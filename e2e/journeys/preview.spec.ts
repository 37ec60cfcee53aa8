import { expect, type Locator, type Page } from '@playwright/test';
import { crashPreview, holdDrawings, hookPage, releaseDrawings } from '../support/page-hooks.ts';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { chooseFiles, openCreate, pause, previewIsReady } from './create-page.ts';

/** A drawn golden frame has many pixels as bright as this, an empty stage none. */
const BRIGHT = 100;

const stage = (page: Page): Locator => page.getByRole('img', { name: 'Video preview' });
const position = (page: Page): Locator => page.getByRole('slider', { name: 'Position' });

test.beforeEach(async ({ page }) => {
  await hookPage(page);
});

test('the preview is called ready only with its first picture, at the place that was sought meanwhile', async ({
  page,
}) => {
  await openCreate(page);
  await holdDrawings(page);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.getByText('/ 00:30.0')).toBeVisible();
  await expect(page.getByText('Preparing the preview')).toBeVisible();

  await position(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(position(page)).toHaveAttribute('aria-valuenow', '60');
  await expect(page.getByText('Preparing the preview')).toBeVisible();

  await releaseDrawings(page);
  await previewIsReady(page);
  expect(await brightShare(page)).toBeGreaterThan(0.02);
  await pause(page);
  expect(Number(await position(page).getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(60);
});

test('on a slow machine the sample shows its picture and follows the keys', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await openCreate(page);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await previewIsReady(page);
  expect(await brightShare(page)).toBeGreaterThan(0.02);
  await pause(page);
  await position(page).focus();
  await page.keyboard.press('Home');
  for (const frame of [1, 2, 3]) {
    await page.keyboard.press('ArrowRight');
    await expect(position(page)).toHaveAttribute('aria-valuenow', String(frame));
  }
});

test('a stage that changes its size is drawn again while paused', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(1));
  await previewIsReady(page);
  await pause(page);
  for (const size of [
    { width: 1100, height: 900 },
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(() => brightShare(page)).toBeGreaterThan(0.02);
  }
});

test('a preview that crashed says so and starts again where it was', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await pause(page);
  await position(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(position(page)).toHaveAttribute('aria-valuenow', '30');

  await crashPreview(page);
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('alert').getByRole('button', { name: 'Restart preview' }).click();
  await previewIsReady(page);
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(position(page)).toHaveAttribute('aria-valuenow', '60');
  expect(await brightShare(page)).toBeGreaterThan(0.02);
});

test('the music is heard with the picture, in time and without a gap, also after seeking', async ({ page }) => {
  const track = await clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 8, clicks: [1, 5] });
  await openCreate(page);
  await chooseFiles(page, [...(await photos(2)), track]);
  await previewIsReady(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await position(page).focus();
  await page.keyboard.press('Home');
  await forgetSound(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expectInTime(page, { click: 1, until: 2 });

  // From 4 s: the second click is heard a second later.
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
  await forgetSound(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expectInTime(page, { click: 5, until: 6 });
});

test('playing begins soon after it was asked for, with its sound', async ({ page }) => {
  const track = await clickTrack({ name: 'song.mp3', format: 'mp3', seconds: 8, clicks: [1] });
  await openCreate(page);
  await chooseFiles(page, [...(await photos(2)), track]);
  await previewIsReady(page);
  await pause(page);
  await position(page).focus();
  await page.keyboard.press('Home');
  await forgetSound(page);
  const asked = Date.now();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await position(page).getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  // Most of this is for a loaded test machine: the studio itself needs a fifth of a second.
  expect(Date.now() - asked).toBeLessThan(1500);
  expect(await page.evaluate(() => window.testHooks.sounds.length)).toBeGreaterThan(0);
});

async function forgetSound(page: Page): Promise<void> {
  await page.evaluate(() => window.testHooks.sounds.splice(0));
}

/** Plays until a second of the video, and looks where its click was heard on the way. */
async function expectInTime(page: Page, { click, until }: { click: number; until: number }): Promise<void> {
  await expect
    .poll(async () => Number(await position(page).getAttribute('aria-valuenow')))
    .toBeGreaterThanOrEqual(until * 30);
  const { shown, now, sounds } = await page.evaluate(() => {
    const slider = document.querySelector('[role="slider"][aria-label="Position"]');
    const { audioTime, sounds } = window.testHooks;
    return { shown: Number(slider?.ariaValueNow) / 30, now: audioTime(), sounds: [...sounds] };
  });
  const loudest = sounds.reduce((best, sound) => (sound.peak > best.peak ? sound : best));
  expect(Math.abs(shown - (click + now - loudest.peakTime))).toBeLessThan(0.15);
  sounds.slice(1).forEach((sound, n) => {
    const before = sounds[n];
    if (before) expect(sound.start).toBeCloseTo(before.start + before.length, 3);
  });
}

/** Share of the stage's pixels that are bright, from what is really on the screen. */
async function brightShare(page: Page): Promise<number> {
  const png = (await stage(page).screenshot()).toString('base64');
  return page.evaluate(
    async ({ png, bright }) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No 2D canvas.');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 0) > bright) count++;
      return count / (data.length / 4);
    },
    { png, bright: BRIGHT },
  );
}
