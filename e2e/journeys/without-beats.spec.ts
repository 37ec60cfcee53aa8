import { expect, type Page } from '@playwright/test';
import { photos } from '../support/pictures.ts';
import { longTrack, withoutPulse } from '../support/rhythm-files.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { chooseFiles, LAPTOP, openCreate, PHONE, pause, previewIsReady, shotStarts } from './create-page.ts';

/** Frames of the two seconds between cuts where there are no beats. */
const STEP = 60;

async function isCutEveryTwoSeconds(page: Page): Promise<boolean> {
  const starts = await shotStarts(page);
  return starts.length > 2 && starts.every((start, shot) => start === shot * STEP);
}

test.describe('on a laptop', () => {
  test.use({ viewport: LAPTOP.viewport });

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
    expect(await isCutEveryTwoSeconds(page)).toBe(true);

    await page.getByRole('radio', { name: 'Energetic' }).click();
    await expect(page.getByRole('radio', { name: 'Energetic' })).toBeChecked();
    await previewIsReady(page);
    expect(await isCutEveryTwoSeconds(page)).toBe(true);
    expect(listeners()).toBe(0);

    await look.getByRole('button', { name: 'Find beats' }).click();
    await expect(look.getByRole('progressbar', { name: 'Listening for beats' })).toBeVisible();
    await expect(look.getByText('120 BPM')).toBeVisible({ timeout: 60_000 });
    await expect.poll(async () => (await shotStarts(page)).some((start) => start % STEP > 0)).toBe(true);
  });

  test('where listening fails, cuts come every two seconds, the reason is said, and it can be tried again', async ({
    page,
  }) => {
    await page.route(/\/beats-[^/]+\.js$/, (route) => route.abort());
    await openCreate(page);
    await page.getByRole('button', { name: /^Sound/ }).click();
    const clicks = Array.from({ length: 24 }, (_, index) => 0.25 + index / 2);
    const track = await clickTrack({ name: 'pulse-120-12.flac', format: 'flac', seconds: 12, clicks });
    await chooseFiles(page, [...(await photos(3)), track]);
    const look = page.getByRole('complementary', { name: 'Look' });
    const note = look.getByText('Beats not found: cuts every 2 s. Tap along to set a tempo.');
    await expect(note).toContainText('stopped unexpectedly');
    await expect(page.getByText('Beats not found: cuts every 2 s', { exact: true })).toBeVisible();
    await previewIsReady(page);
    await expect.poll(() => isCutEveryTwoSeconds(page)).toBe(true);

    await page.unroute(/\/beats-[^/]+\.js$/);
    await look.getByRole('button', { name: 'Try again' }).click();
    await expect(look.getByText('120 BPM')).toBeVisible({ timeout: 60_000 });
    await expect(note).toBeHidden();
  });

  test('music without a steady beat is cut every two seconds and says so, until a tempo is tapped', async ({
    page,
  }) => {
    await openCreate(page);
    await page.getByRole('button', { name: /^Sound/ }).click();
    await chooseFiles(page, [...(await photos(3)), await withoutPulse.noise()]);
    const look = page.getByRole('complementary', { name: 'Look' });
    const note = look.getByText('No steady beat: cuts every 2 s. Tap along to set a tempo.');
    await expect(note).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('No steady beat: cuts every 2 s', { exact: true })).toBeVisible();
    await previewIsReady(page);
    await pause(page);
    await expect.poll(() => isCutEveryTwoSeconds(page)).toBe(true);

    // A hand that taps every 0.6 s, which is 100 BPM.
    await look.getByRole('button', { name: 'Tap tempo' }).evaluate(async (button: HTMLElement) => {
      for (let taps = 0; taps < 6; taps++) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
    });
    const tempo = look.getByText(/^\d+ BPM$/);
    await expect.poll(async () => Number.parseInt((await tempo.textContent()) ?? '', 10)).toBeLessThan(106);
    expect(Number.parseInt((await tempo.textContent()) ?? '', 10)).toBeGreaterThan(90);
    await expect(look.getByText('100 % sure')).toBeVisible();
    await expect(note).toBeHidden();
    await expect.poll(() => isCutEveryTwoSeconds(page)).toBe(false);

    await page.keyboard.press('Control+z');
    await expect(note).toBeVisible();
    await expect.poll(() => isCutEveryTwoSeconds(page)).toBe(true);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE.viewport, hasTouch: true, isMobile: true });

  test('the timeline says that it is cut every two seconds', async ({ page }) => {
    await openCreate(page);
    await chooseFiles(page, [...(await photos(3)), await withoutPulse.noise()]);
    await previewIsReady(page);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await expect(timeline.getByText('No steady beat: cuts every 2 s')).toBeInViewport({ timeout: 60_000 });
    await expect.poll(() => isCutEveryTwoSeconds(page)).toBe(true);
  });
});
