import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { DIST_DIR } from '../lib/paths.mjs';
import { startServer } from '../lib/static-server.mjs';
import { CHROMIUM_ARGS, requireChromium } from '../lib/system-tools.mjs';
import { FileExchange } from './file-exchange.mjs';

/** The page's origin. It names no port, so that a kept profile finds its storage again at the next run's port. */
const ORIGIN = 'http://studio.localhost';

/**
 * @typedef {object} Session
 * @property {import('@playwright/test').Page} page on which `window.studio` is ready.
 * @property {FileExchange} files
 * @property {() => Promise<void>} close ends browser and server, and removes a profile that nobody asked to keep.
 */

/**
 * Opens the production build in a browser without a window.
 * @param {string | null} profile folder of the browser's storage, or null to keep nothing.
 * @param {Record<string, string>} [mounts] folders to serve beside the product, by path.
 * @param {{ viewport: { width: number, height: number }, deviceScaleFactor: number }} [screen] of the page.
 * @returns {Promise<Session>}
 */
export async function openSession(profile, mounts = {}, screen) {
  const files = new FileExchange();
  const server = await startServer({ mounts: { '/': DIST_DIR, ...mounts }, handle: files.handle });
  const folder = profile === null ? await mkdtemp(join(tmpdir(), 'studio-')) : resolve(profile);
  /** @type {import('@playwright/test').BrowserContext | null} */
  let context = null;
  const close = async () => {
    await context?.close();
    await server.close();
    if (profile === null) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    context = await chromium.launchPersistentContext(folder, {
      executablePath: requireChromium(),
      baseURL: ORIGIN,
      // It would keep for offline what this machine serves to itself.
      serviceWorkers: 'block',
      ...screen,
      args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP studio.localhost 127.0.0.1:${new URL(server.origin).port}`],
      // Ctrl-C is for the command, which cancels the render before it closes the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('/');
    await page.waitForFunction(() => 'studio' in window);
    return { page, files, close };
  } catch (error) {
    await close();
    throw error;
  }
}
