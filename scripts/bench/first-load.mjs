import { chromium } from '@playwright/test';
import { DIST_DIR } from '../lib/paths.mjs';
import { startServer } from '../lib/static-server.mjs';
import { CHROMIUM_ARGS, requireChromium } from '../lib/system-tools.mjs';

/** How long somebody waits who has never been here: no cache, no service worker, files packed as hosts pack them. */

/** @typedef {import('@playwright/test').Page} Page */

/** What Lighthouse calls slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. Throughput in bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
};
const TIME_LIMIT = 180_000;

/** Until the first screen's button takes a click over slow 4G. @returns {Promise<number>} seconds */
export function timeToInteractive() {
  return inNewBrowser(async (page, origin) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    const started = performance.now();
    await page.goto(origin, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Choose files' }).click({ trial: true });
    return (performance.now() - started) / 1000;
  });
}

/** From the address to the finished video of the sample, as a person presses through. @returns {Promise<number>} seconds */
export function timeToSampleVideo() {
  return inNewBrowser(async (page, origin) => {
    const started = performance.now();
    await page.goto(origin, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click({ timeout: TIME_LIMIT });
    await page.getByRole('button', { name: 'Export video' }).click({ timeout: TIME_LIMIT });
    await page.getByRole('button', { name: 'Download video' }).waitFor({ timeout: TIME_LIMIT });
    return (performance.now() - started) / 1000;
  });
}

/** @template T @param {(page: Page, origin: string) => Promise<T>} work @returns {Promise<T>} */
async function inNewBrowser(work) {
  const server = await startServer({ mounts: { '/': DIST_DIR }, packs: true });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    return await work(page, server.origin);
  } finally {
    await browser.close();
    await server.close();
  }
}
