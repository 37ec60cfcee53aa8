/**
 * `npm run firefox`: a smoke journey in the Firefox of this machine, by WebDriver BiDi. The studio opens, the sample is
 * previewed, a video is exported and passes the studio's own check.
 */
import { mkdirSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { DIST_DIR, inProject } from './lib/paths.mjs';
import { startServer } from './lib/static-server.mjs';
import { requireFirefox } from './lib/system-tools.mjs';
import { exportInPage } from './studio/in-page/smoke-export.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const PICTURES = inProject('.cache/reports');
const VIEWPORT = { width: 1366, height: 768 };
/** Without an H.264 encoder of its own, Firefox makes the video with ffmpeg. */
const EXPORT_MS = 180_000;

await runMain(async () => {
  await ensurePackages();
  await ensureBuilt();
  // Packages are there only now.
  const { default: puppeteer } = await import('puppeteer-core');
  mkdirSync(PICTURES, { recursive: true });
  const server = await startServer({ mounts: { '/': DIST_DIR }, packs: true });
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: requireFirefox(), headless: true });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.setViewport(VIEWPORT);
    await page.goto(server.origin);
    await showsThePreview(page);
    await exportsAVideo(page);
    if (errors.length > 0) throw new Error(`The page threw: ${errors.join('\n')}`);
    say(`${await browser.version()}: the sample is previewed, and a video is exported.`);
    return 0;
  } finally {
    await browser.close();
    await server.close();
  }
});

/** @param {Page} page */
async function showsThePreview(page) {
  await page.locator('::-p-aria([name="Try the sample"][role="button"])').click();
  await page.locator('::-p-text(The sample is open)').wait();
  await page.waitForFunction(() => !document.body.innerText.includes('Preparing the preview'));
  const failed = await page.$('::-p-aria([name="Restart preview"][role="button"])');
  await page.screenshot({ path: `${PICTURES}/firefox.png` });
  if (failed) throw new Error(`The preview failed: .cache/reports/firefox.png shows how.`);
}

/** @param {Page} page */
async function exportsAVideo(page) {
  page.setDefaultTimeout(EXPORT_MS);
  const job = await page.evaluate(exportInPage);
  if (job.status !== 'completed') throw new Error(`The export ended as ${job.status}: ${job.error}`);
}
