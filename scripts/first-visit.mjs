/**
 * What a first visit loads until the studio can be used, and whether its scripts keep to their budget:
 * `node scripts/first-visit.mjs`. Part of `npm test`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { DIST_DIR } from './lib/paths.mjs';
import { startServer } from './lib/static-server.mjs';
import { CHROMIUM_ARGS, requireChromium } from './lib/system-tools.mjs';

/** Of all scripts together, workers included, as `gzip` packs them, in bytes: 1.5 s on a phone with 1.6 Mbit/s. */
const BUDGET = 300_000;

await runMain(async () => {
  await ensureBuilt();
  const scripts = (await loadedPaths())
    .filter((path) => /\.m?js$/.test(path))
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(DIST_DIR, path))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of scripts) say(`${kilobytes(bytes).padStart(10)}  ${path}`);
  say(`${kilobytes(total).padStart(10)}  all scripts of a first visit; the budget is ${kilobytes(BUDGET)}`);
  return total <= BUDGET ? 0 : 1;
});

/** In a browser that has never been here, without a service worker: it loads once the page can be used. */
async function loadedPaths() {
  /** @type {Set<string>} */
  const paths = new Set();
  const server = await startServer({
    mounts: { '/': DIST_DIR },
    handle(_request, _response, path) {
      paths.add(path);
      return false;
    },
  });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(server.origin, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    return [...paths];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
