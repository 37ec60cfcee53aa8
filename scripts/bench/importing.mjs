import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { clipFiles, longFilm } from './clip-files.mjs';
import { serveCutFile } from './cut-server.mjs';
import { longestTask } from './main-thread.mjs';
import { rendererMemory, watchPeak } from './process-memory.mjs';

/** Hundreds of files in the library, and a large one from an address. */

/** @typedef {import('../studio/session.mjs').Session} Session */

const FOLDER = inProject('.cache/bench/import');
const DEMO = inProject('public/demo');
const FILES = 500;
/** 2 GB at 13 Mbit/s. */
const LARGE_SECONDS = 1280;
const MEBIBYTE = 2 ** 20;
const TIME_LIMIT = 15 * 60_000;

/** Each kind stands for so many of a hundred files; what is refused is among them. */
const KINDS = [
  { share: 60, ending: 'jpg', bytes: () => readFileSync(`${DEMO}/photo-1.jpg`) },
  { share: 20, ending: 'mp3', bytes: () => readFileSync(`${DEMO}/upbeat-1.mp3`) },
  { share: 10, ending: 'mp4', bytes: async () => readFileSync(String((await clipFiles())[0])) },
  { share: 4, ending: 'txt', bytes: () => Buffer.from('Not a picture, sound or video.') },
  { share: 3, ending: 'jpg', bytes: () => readFileSync(`${DEMO}/photo-2.jpg`).subarray(0, 20_000) },
  { share: 3, ending: 'png', bytes: () => Buffer.alloc(0) },
];

/**
 * Five hundred files of mixed kinds through the library's own page.
 * @param {Session} session
 * @returns {Promise<{ longestTask: number, memory: number, perSecond: number, explained: number }>} milliseconds, MiB
 *   above idle, files, share of those that were refused which stand there with a reason
 */
export async function importMany({ page }) {
  const { paths, bad } = await mixedFiles();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/#library');
  const input = page.getByLabel('Files for the library');
  await input.waitFor({ state: 'attached' });
  const idle = rendererMemory();
  const stop = watchPeak();
  const started = performance.now();
  const task = await longestTask(page, async () => {
    await input.setInputFiles(paths);
    await page.getByText(`${FILES - bad} files`, { exact: true }).waitFor({ timeout: TIME_LIMIT });
    await page.getByRole('progressbar', { name: 'Import' }).waitFor({ state: 'hidden', timeout: TIME_LIMIT });
  });
  const seconds = (performance.now() - started) / 1000;
  await page.getByRole('button', { name: `Show all ${bad}` }).click();
  const reasons = await page
    .getByRole('region', { name: 'Files that could not be added' })
    .getByRole('listitem')
    .count();
  return {
    longestTask: task,
    memory: (stop() - idle) / MEBIBYTE,
    perSecond: FILES / seconds,
    explained: reasons / bad,
  };
}

/**
 * Two gigabytes from an address whose server cuts the connection half-way.
 * @param {Session} session
 * @returns {Promise<{ memory: number, seconds: number }>} MiB above idle
 */
export async function importLarge({ page }) {
  const path = await longFilm(LARGE_SECONDS);
  const server = await serveCutFile(path);
  const idle = rendererMemory();
  const stop = watchPeak();
  try {
    const started = performance.now();
    const hash = await page.evaluate(async (address) => {
      const { studio } = /** @type {import('../studio/in-page/window.mjs').StudioWindow} */ (
        /** @type {unknown} */ (window)
      );
      const [outcome] = await studio.assets.importUrls([address]);
      if (!outcome?.ok) throw new Error(outcome?.error.message);
      return outcome.asset.hash;
    }, server.address);
    const seconds = (performance.now() - started) / 1000;
    if (server.ranges.length !== 2 || server.ranges[1] === 0) {
      throw new Error(`The download did not go on where it was cut: ${server.ranges.join(', ')}`);
    }
    if (hash !== (await sha256(path))) throw new Error('The file that came is not the one that was sent.');
    return { memory: (stop() - idle) / MEBIBYTE, seconds };
  } finally {
    stop();
    await server.close();
  }
}

/** Made once; no two have the same bytes. */
async function mixedFiles() {
  mkdirSync(FOLDER, { recursive: true });
  const paths = [];
  let bad = 0;
  for (const { share, ending, bytes } of KINDS) {
    const model = await bytes();
    const isRefused = ending === 'txt' || ending === 'png' || model.byteLength === 20_000;
    const count = (FILES * share) / 100;
    if (isRefused) bad += count;
    for (let n = 0; n < count; n++) {
      const path = `${FOLDER}/${share}-${n}.${ending}`;
      // Behind the end of a file that has an end of its own, a number makes it another one.
      if (!existsSync(path)) writeFileSync(path, isRefused ? model : Buffer.concat([model, Buffer.from(`${n}`)]));
      paths.push(path);
    }
  }
  return { paths, bad };
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
