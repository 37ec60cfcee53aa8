import { expect, type Locator, type Page } from '@playwright/test';
import { queueExport } from '../support/queued-export.ts';
import { openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

declare global {
  interface Window {
    timesAsked?: number;
  }
}

/** As Chromium says that it would install the page; the person answers its question with yes. */
async function offeredByBrowser(page: Page): Promise<void> {
  await page.evaluate(() => {
    const prompt = async () => {
      window.timesAsked = (window.timesAsked ?? 0) + 1;
      return { outcome: 'accepted' };
    };
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
  });
}

function installOffer(page: Page): Locator {
  return page.getByRole('region', { name: 'Install the app' });
}

async function openResult(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('button', { name: 'Open First' }).click({ timeout: 60_000 });
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Download video' })).toBeEnabled();
}

test('installing is offered beside a finished video until it is put away, and stays in the menu', async ({
  page,
  context,
}, testInfo) => {
  await openStudio(page);
  await offeredByBrowser(page);
  await queueExport(page, 1, { name: 'First' });
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await expect(installOffer(page)).toHaveCount(0);
  await openResult(page);
  for (const { name, viewport } of [LAPTOP, PHONE]) {
    await page.setViewportSize(viewport);
    await installOffer(page).scrollIntoViewIfNeeded();
    await expect(installOffer(page).getByRole('button', { name: 'Install the app' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath(`offer-${name}.png`) });
  }
  await installOffer(page).getByRole('button', { name: 'Do not offer it again' }).click();
  await expect(installOffer(page)).toHaveCount(0);

  await page.reload();
  await page.waitForFunction(() => window.studio !== undefined);
  await offeredByBrowser(page);
  await page.getByRole('button', { name: 'Pages' }).click();
  await page.screenshot({ path: testInfo.outputPath('menu-phone.png') });
  await page.getByRole('dialog', { name: 'Pages' }).getByRole('button', { name: 'Install the app' }).click();
  expect(await page.evaluate(() => window.timesAsked)).toBe(1);
  await page.setViewportSize(LAPTOP.viewport);
  await offeredByBrowser(page);
  const menu = page.getByRole('button', { name: /^Golden Frame/ });
  await menu.click();
  const entry = page.getByRole('dialog', { name: 'Workspaces' }).getByRole('button', { name: 'Install the app' });
  await expect(entry).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('menu-laptop.png') });
  await page.evaluate(() => window.dispatchEvent(new Event('appinstalled')));
  await expect(entry).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openResult(page);
  await expect(installOffer(page)).toHaveCount(0);

  // Another browser, which installs by its Share menu alone, and whose person has not said no.
  const byHand = await context.newPage();
  await byHand.addInitScript(() => {
    localStorage.clear();
    Object.defineProperty(navigator, 'standalone', { value: false });
  });
  await byHand.setViewportSize(PHONE.viewport);
  await openStudio(byHand);
  await byHand.getByRole('button', { name: 'Pages' }).click();
  await openResult(byHand);
  await expect(installOffer(byHand)).toContainText('Tap Share, then Add to Home Screen.');
  await expect(installOffer(byHand).getByRole('button')).toHaveText(['']);
});
