import { expect, test } from '@playwright/test';
import { startHost } from './host.ts';
import { isUsable, openInstalled } from './installed-page.ts';

test('the studio can be installed, and opens without a network from then on, in a folder of its host', async ({
  page,
}) => {
  const host = await startHost();
  try {
    await openInstalled(page, host.address);
    const browser = await page.context().newCDPSession(page);
    const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
    // Playwright's contexts are private windows, in which nothing can be installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    const { errors, manifest } = await browser.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(manifest).toMatchObject({ startUrl: host.address, scope: host.address });

    await host.cut();
    await page.reload();
    await isUsable(page);
    for (const name of ['Library', 'Queue', 'Storage', 'Activity']) {
      await page.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    }
    expect(host.missing).toEqual([]);
  } finally {
    await host.close();
  }
});

test('a host that sends no headers gives an isolated page all the same', async ({ page }) => {
  const host = await startHost({ sendsHeaders: false });
  try {
    await page.goto(host.address);
    await page.waitForFunction(() => crossOriginIsolated);
    await isUsable(page);
    await page.reload();
    await isUsable(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  } finally {
    await host.close();
  }
});
