import { expect, test } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { longTrack } from '../support/rhythm-files.ts';
import { chooseFiles, openCreate, previewIsReady, shotStarts, timelineShots } from './create-page.ts';

/** Frames of the two seconds between cuts where there are no beats. */
const STEP = 60;

test('cancelled listening ends at once, cuts every two seconds, and begins again only when it is asked for', async ({
  page,
}) => {
  const listeners = () => page.workers().filter((worker) => worker.url().includes('/beats-')).length;
  await openCreate(page);
  await page.getByRole('button', { name: /^Sound/ }).click();
  await chooseFiles(page, [...(await photos(3)), await longTrack(1)]);
  const look = page.getByRole('complementary', { name: 'Look' });
  await expect(look.getByRole('progressbar', { name: 'Listening for beats' })).toBeVisible();
  await expect.poll(listeners).toBe(1);

  await look.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(listeners, { timeout: 1000 }).toBe(0);
  await expect(look.getByText('Beats not looked for: cuts every 2 s. Tap along to set a tempo.')).toBeVisible();
  await expect(page.getByText('Beats not looked for: cuts every 2 s', { exact: true })).toBeVisible();
  await previewIsReady(page);
  const starts = await shotStarts(page);
  expect(starts.length).toBeGreaterThan(5);
  expect(starts.map((start) => start % STEP)).toEqual(starts.map(() => 0));

  await page.getByRole('radio', { name: 'Energetic' }).click();
  await expect.poll(() => timelineShots(page).count()).toBeGreaterThan(starts.length);
  await previewIsReady(page);
  expect(listeners()).toBe(0);

  await look.getByRole('button', { name: 'Find beats' }).click();
  await expect(look.getByRole('progressbar', { name: 'Listening for beats' })).toBeVisible();
  await expect(look.getByText('120 BPM')).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await shotStarts(page)).some((start) => start % STEP > 0)).toBe(true);
});
