/**
 * `npm run webkit`: a smoke journey in Debian's WebKitGTK, by WebDriver: as it comes, and with what it has switched off.
 * Where it can run the studio, the sample is previewed and a video exported; where it cannot, the page has to say in plain
 * words what the browser lacks. A page that shows neither fails.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { DIST_DIR, inProject } from './lib/paths.mjs';
import { startServer } from './lib/static-server.mjs';
import { requireWebKitDriver } from './lib/system-tools.mjs';
import { until, WebDriver } from './lib/web-driver.mjs';
import { exportInPage } from './studio/in-page/smoke-export.mjs';

const PICTURES = inProject('.cache/reports');
/** Features of WebKit 2.50 that its GTK build has, but does not use unless it is told to. */
const SWITCHED_OFF = ['FileSystem', 'AccessHandle', 'FileSystemWritableStream', 'StorageAPI', 'StorageAPIEstimate'];
const START_MS = 30_000;
const PREVIEW_MS = 60_000;
const EXPORT_MS = 180_000;

await runMain(async () => {
  await ensurePackages();
  await ensureBuilt();
  mkdirSync(PICTURES, { recursive: true });
  const server = await startServer({ mounts: { '/': DIST_DIR }, packs: true });
  try {
    await visit(server.origin, 'webkit', []);
    await visit(server.origin, 'webkit-all', [`--features=${SWITCHED_OFF.map((name) => `+${name}`).join(',')}`]);
    return 0;
  } finally {
    await server.close();
  }
});

/** @param {string} origin @param {string} name of the picture @param {readonly string[]} args of the browser */
async function visit(origin, name, args) {
  const { driver, version } = await WebDriver.start(requireWebKitDriver(), {
    'webkitgtk:browserOptions': { args: ['--automation', ...args] },
  });
  try {
    await driver.open(origin);
    const start = await until('the page shows something', START_MS, () => startOf(driver));
    const outcome = 'refusal' in start ? start.refusal : await smoke(driver, start.sample);
    say(`${[version, ...args].join(' ')}: ${outcome}`);
  } finally {
    writeFileSync(`${PICTURES}/${name}.png`, await driver.screenshot());
    await driver.close();
  }
}

/** @param {WebDriver} driver @returns {Promise<{ sample: string } | { refusal: string } | null>} */
async function startOf(driver) {
  const sample = await driver.find('//button[contains(., "Try the sample")]');
  if (sample) return { sample };
  if (!(await driver.find('//*[@role="alert"]'))) return null;
  const text = await driver.text();
  const refusal = /This browser cannot run the studio: .+/.exec(text)?.[0];
  if (!refusal) throw new Error(`The studio did not start, and does not say what the browser lacks: ${text}`);
  return { refusal };
}

/** @param {WebDriver} driver @param {string} sample the button that opens it */
async function smoke(driver, sample) {
  await driver.click(sample);
  await until('the sample is previewed', PREVIEW_MS, async () => {
    const text = await driver.text();
    return text.includes('The sample is open') && !text.includes('Preparing the preview');
  });
  if (await driver.find('//button[contains(., "Restart preview")]')) throw new Error('The preview failed.');
  const { status, error } = await driver.run(exportInPage, EXPORT_MS);
  if (status !== 'completed') throw new Error(`The export ended as ${status}: ${error}`);
  return 'the sample is previewed, and a video is exported.';
}
