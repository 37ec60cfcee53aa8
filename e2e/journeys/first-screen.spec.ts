import { expect, type Page } from '@playwright/test';
import { test } from '../support/test.ts';

/** The page's code comes once the returned function is called. */
async function holdCode(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/start-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`the first words are there before any code, and stay where they are (${viewport.width} px)`, async ({
    page,
  }, info) => {
    await page.setViewportSize(viewport);
    const release = await holdCode(page);
    await page.goto('/', { waitUntil: 'commit' });
    const headline = page.getByRole('heading', { name: 'Drop photos, clips and a song' });
    await expect(headline).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: info.outputPath('before.png') });
    const before = await headline.boundingBox();
    release();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    await page.screenshot({ path: info.outputPath('after.png') });
    await expect(page.locator('#first-screen')).toHaveCount(0);
    expect(await headline.boundingBox()).toEqual(before);
  });
}

test('who comes for another page does not see the first words', async ({ page }) => {
  await holdCode(page);
  await page.goto('/#library', { waitUntil: 'commit' });
  await expect(page.locator('#first-screen')).toHaveCount(1);
  await expect(page.locator('#first-screen')).toBeHidden();
});

test('who comes back does not see the first words', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('studio-marker', 'stored'));
  await holdCode(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.locator('#first-screen')).toHaveCount(1);
  await expect(page.locator('#first-screen')).toBeHidden();
});
