import { expect, test } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { clickTrack } from '../support/tracks.ts';
import { chooseFiles, openCreate, pause, previewIsReady, shotStarts, timelineShots } from './create-page.ts';

/** Frames of a beat at 120 BPM and 30 frames a second. */
const BEAT = 15;

function offBeat(frame: number): number {
  return Math.abs(frame - Math.round(frame / BEAT) * BEAT);
}

test.beforeEach(async ({ page }) => {
  const clicks = Array.from({ length: 24 }, (_, index) => index / 2);
  await openCreate(page);
  await chooseFiles(page, [
    ...(await photos(3)),
    await clickTrack({ name: 'click-120.wav', format: 'wav', seconds: 12, clicks }),
  ]);
  await previewIsReady(page);
  await pause(page);
  await expect(page.getByText(/^\d+ BPM$/)).toBeVisible({ timeout: 60_000 });
});

test('a dragged edge snaps to the beats, and leaves them while Alt is held', async ({ page }) => {
  const shot = await timelineShots(page).nth(0).boundingBox();
  if (!shot) throw new Error('There is no shot.');
  const edge = { x: shot.x + shot.width, y: shot.y + shot.height / 2 };
  const framePixels = shot.width / ((await shotStarts(page))[1] ?? 1);
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x - 2 * BEAT * framePixels + 5, edge.y, { steps: 4 });
  await expect(page.getByText(/^\d+\.\d s, \d+ beats$/)).toBeVisible();
  await page.mouse.up();
  await expect(timelineShots(page).nth(0)).toHaveAccessibleName(/length set/);
  const [, snapped = 0] = await shotStarts(page);
  expect(offBeat(snapped)).toBeLessThanOrEqual(1);

  await page.mouse.move(shot.x + snapped * framePixels, edge.y);
  await page.mouse.down();
  await page.keyboard.down('Alt');
  await page.mouse.move(shot.x + (snapped + 7) * framePixels, edge.y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(async () => offBeat((await shotStarts(page))[1] ?? 0)).toBeGreaterThan(3);
});

test('what repeats to the music is edited shot by shot, and undone as one step', async ({ page }) => {
  await page.getByRole('radio', { name: 'Energetic' }).click();
  await expect.poll(() => timelineShots(page).count()).toBeGreaterThan(5);
  const before = await shotStarts(page);
  await timelineShots(page).nth(4).click();
  await page.keyboard.press('Delete');
  await expect(timelineShots(page)).toHaveCount(before.length - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shotStarts(page)).toEqual(before);
});

test('the beats are doubled, shifted and taken back', async ({ page }) => {
  await page.getByRole('button', { name: /^Sound/ }).click();
  const tempo = page.getByRole('complementary', { name: 'Look' }).getByText(/^\d+ BPM$/);
  const found = Number.parseInt((await tempo.textContent()) ?? '', 10);
  await page.getByRole('button', { name: 'Double' }).click();
  await expect(tempo).toHaveText(`${2 * found} BPM`);
  await page.getByRole('button', { name: 'Shift the beats later' }).click();
  await expect(page.getByText('Shift 20 ms')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(tempo).toHaveText(`${found} BPM`);
});
