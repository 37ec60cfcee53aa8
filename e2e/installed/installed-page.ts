import { expect, type Page } from '@playwright/test';
import type { ProductVersion } from '#core/offline/product-file.ts';

/** The product's page with its service worker. */

/** Opens it and waits until its service worker has everything that opens it again. */
export async function openInstalled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await isUsable(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

export async function isUsable(page: Page): Promise<void> {
  await page.waitForFunction(() => window.studio !== undefined);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export function versionOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="version"]').getAttribute('content');
}

/** Has the browser look for a new version at the host, and waits until it is whole. */
export async function untilNewVersionWaits(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
}

/** Waits until all code of the page's version is kept, as it is soon after work has begun: the host may drop it then. */
export async function untilCodeIsKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { version, files }: ProductVersion = await (await fetch('version.json')).json();
    const kept = await (await caches.open(`studio-product-${version}`)).keys();
    const addresses = new Set(kept.map(({ url }) => url));
    return files.every(({ part, path }) => part !== 'code' || addresses.has(new URL(path, document.baseURI).href));
  });
}

/** Names of the caches that hold a version of the product. */
export function keptVersions(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    return names
      .filter((name) => name.startsWith('studio-product-'))
      .map((name) => name.replace('studio-product-', ''));
  });
}
