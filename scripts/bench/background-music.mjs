import { inProject } from '../lib/paths.mjs';
import { longFilm } from './clip-files.mjs';
import { rendererMemory, watchPeak } from './process-memory.mjs';

/** Music under long videos. */

/** @typedef {import('../studio/session.mjs').Session} Session */

export const FILM_SECONDS = 600;
/** 0.2 GB and 2 GB. */
const MEMORY_SECONDS = { short: 128, long: 1280 };
const TRACK = inProject('public/demo/upbeat-1.mp3');
const MEBIBYTE = 2 ** 20;

/**
 * From the call to the finished file, in seconds.
 * @param {Session} session @param {number} seconds of film, with sound of its own
 */
export async function musicSpeed({ page }, seconds) {
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'given', multiple: true }));
  });
  // By the file dialog's way: the files stay on disk.
  await page.setInputFiles('#given', [await longFilm(seconds, TRACK), TRACK]);
  return await page.evaluate(async () => {
    const { studio } = /** @type {import('../studio/in-page/window.mjs').StudioWindow} */ (
      /** @type {unknown} */ (window)
    );
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#given'));
    const [film, track] = input.files ?? [];
    if (!film || !track) throw new Error('The page was given no files.');
    const started = performance.now();
    const { discard } = await studio.tasks.backgroundMusic(film, track, { duck: true });
    const milliseconds = performance.now() - started;
    await discard();
    return milliseconds / 1000;
  });
}

/** Peak of the renderer above the idle page, in MiB. @param {Session} session @param {'short' | 'long'} length */
export async function musicMemory(session, length) {
  const idle = rendererMemory();
  const stop = watchPeak();
  try {
    await musicSpeed(session, MEMORY_SECONDS[length]);
  } finally {
    stop();
  }
  return (stop() - idle) / MEBIBYTE;
}
