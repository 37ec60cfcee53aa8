import { resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { musicInPage } from './in-page/music.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').MusicArguments} MusicArguments
 *
 * @typedef {object} MusicReport one line of standard output.
 * @property {string} video
 * @property {string} track
 * @property {string | null} output
 * @property {number | null} frames
 * @property {number | null} processingTimeMs
 * @property {import('./in-page/window.mjs').ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {MusicArguments} args @throws {UsageError} */
export function checkFiles({ video, track, out }) {
  for (const path of [video, track]) {
    if (!isFile(path)) throw new UsageError(`There is no file "${path}". (Words with spaces need quotes.)`);
  }
  requireFolderOf(out);
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {MusicArguments} args
 * @param {(report: MusicReport) => void} onReport
 * @returns {Promise<boolean>} whether it went well.
 */
export async function addMusic(
  { page, files },
  { video, track, out, duck, musicGain, videoGain, fadeOutSeconds },
  onReport,
) {
  const show = progressLine();
  await page.exposeFunction('reportJob', show.update);
  const { frames, name, ms, error } = await page.evaluate(musicInPage, {
    media: files.offer(video),
    track: files.offer(track),
    options: {
      duck,
      ...(musicGain !== null && { musicGain }),
      ...(videoGain !== null && { videoGain }),
      ...(fadeOutSeconds !== null && { fadeOutSeconds }),
    },
    videoAddress: files.expect(resolve(out)),
  });
  show.end();
  if (error) say(error.message);
  const ending = name?.split('.').at(-1);
  if (ending && !out.endsWith(`.${ending}`)) say(`${out} is a ${ending.toUpperCase()} file, whatever its name says.`);
  onReport({
    video: resolve(video),
    track: resolve(track),
    output: error ? null : resolve(out),
    frames,
    processingTimeMs: ms === null ? null : Math.round(ms),
    error,
  });
  return error === null;
}
