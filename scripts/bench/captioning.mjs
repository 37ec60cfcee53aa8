import { longFilm } from './clip-files.mjs';

/** Captioning a video beside a plain transcode of the same one. */

/**
 * @typedef {import('../studio/session.mjs').Session} Session
 * @typedef {import('../../src/core/captions/transcript.ts').Cue} Cue
 * @typedef {typeof import('../../e2e/harness/transcode/main.ts')} TranscodePage what `window.plainTranscode` is
 */

const SECONDS = 60;
const WORDS_OF_CUE = 3;
/** A person speaks about so many words in a second. */
const WORDS_PER_SECOND = 2.5;
const WORDS = ['golden', 'light', 'over', 'the', 'water', 'and', 'nothing', 'else', 'moves'];

/** What is captioned. @returns {Promise<string>} */
export function film() {
  return longFilm(SECONDS);
}

/** Without a pause: the most that there is to draw. @returns {Cue[]} */
function captions() {
  const count = Math.floor((SECONDS * WORDS_PER_SECOND) / WORDS_OF_CUE);
  return Array.from({ length: count }, (_, index) => {
    const first = index * WORDS_OF_CUE;
    const timeOf = (/** @type {number} */ word) => word / WORDS_PER_SECOND;
    const words = Array.from({ length: WORDS_OF_CUE }, (_, word) => ({
      text: WORDS[(first + word) % WORDS.length] ?? '',
      start: timeOf(first + word),
      end: timeOf(first + word + 1),
      confidence: 1,
    }));
    return { id: `c${index}`, start: timeOf(first), end: timeOf(first + WORDS_OF_CUE), words, lines: [0] };
  });
}

/** The product's own captioning, from its call to the finished file, in frames per second. @param {Session} session @param {'classic' | 'karaoke' | 'pop'} look */
export async function captioningSpeed({ page, files }, look) {
  const request = { address: files.offer(await film()), cues: captions(), look };
  return await page.evaluate(async ({ address, cues, look: name }) => {
    const { studio } = /** @type {import('../studio/in-page/window.mjs').StudioWindow} */ (
      /** @type {unknown} */ (window)
    );
    const file = new File([await (await fetch(address)).blob()], 'film.mp4');
    const started = performance.now();
    const { frames, discard } = await studio.tasks.caption(file, { source: { cues }, look: name });
    const milliseconds = performance.now() - started;
    await discard();
    return (frames * 1000) / milliseconds;
  }, request);
}

/** Decoding and encoding the same frames, in frames per second. @param {Session} session */
export async function transcodingSpeed({ page, files }) {
  await page.goto('/harness/transcode.html');
  await page.waitForFunction(() => 'plainTranscode' in window);
  return await page.evaluate((address) => window.plainTranscode(address), files.offer(await film()));
}
