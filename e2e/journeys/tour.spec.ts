import { expect, type Page } from '@playwright/test';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, openCreate, PHONE } from './create-page.ts';

const TITLES = ['This is your video', 'Cuts fall on the beat', 'Give it a look', 'Make it yours', 'Export it'];

async function beginTour(page: Page) {
  await openCreate(page);
  await page.getByRole('button', { name: 'Show me around' }).click();
  const tour = page.getByRole('dialog', { name: 'Tour' });
  await expect(tour).toBeVisible({ timeout: 60_000 });
  return tour;
}

for (const size of [LAPTOP, PHONE]) {
  test.describe(`on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch });

    test('the tour shows the sample around, by keyboard, and leaves it open', async ({ page }) => {
      const tour = await beginTour(page);
      for (const [index, title] of TITLES.entries()) {
        await expect(tour.getByRole('heading', { name: title })).toBeInViewport({ ratio: 1 });
        await expect(tour.getByText(`${index + 1} of ${TITLES.length}`)).toBeVisible();
        await expect(page.locator('[data-toured]')).toHaveCount(1);
        expect(await violations(page), title).toEqual([]);
        await page.screenshot({ path: test.info().outputPath(`${index + 1}.png`) });
        await page.keyboard.press('Enter');
      }
      await expect(tour).toBeHidden();
      await expect(page.locator('[data-toured]')).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'Create a video', level: 1 })).toBeFocused();
    });
  });
}

test('the tour locks nothing, and is skipped with one click or Escape', async ({ page }) => {
  const tour = await beginTour(page);
  await page.getByRole('radio', { name: 'Vintage' }).click();
  await expect(page.getByRole('radio', { name: 'Vintage' })).toBeChecked();
  await tour.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(tour).toBeHidden();
});
