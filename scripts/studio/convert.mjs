import { resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { convertInPage } from './in-page/convert.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').ConvertArguments} ConvertArguments
 *
 * @typedef {object} ConvertReport one line of standard output.
 * @property {string} file
 * @property {string} to
 * @property {string | null} output
 * @property {number | null} frames null where there are no pictures
 * @property {number | null} bytes
 * @property {number | null} processingTimeMs
 * @property {import('./in-page/window.mjs').ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {ConvertArguments} args @throws {UsageError} */
export function checkFiles({ video, out }) {
  if (!isFile(video)) throw new UsageError(`There is no file "${video}". (Words with spaces need quotes.)`);
  requireFolderOf(out);
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {ConvertArguments} args
 * @param {(report: ConvertReport) => void} onReport
 * @returns {Promise<boolean>} whether it went well.
 */
export async function convertFile({ page, files }, { video, to, out, size, width, fps, from, seconds }, onReport) {
  const show = progressLine();
  await page.exposeFunction('reportJob', show.update);
  const { frames, bytes, ms, error } = await page.evaluate(convertInPage, {
    media: files.offer(video),
    options: {
      to,
      ...(size !== null && { size }),
      ...(width !== null && { width }),
      ...(fps !== null && { frameRate: fps }),
      ...(from !== null && { startSeconds: from }),
      ...(seconds !== null && { seconds }),
    },
    address: files.expect(resolve(out)),
  });
  show.end();
  if (error) say(error.message);
  onReport({
    file: resolve(video),
    to,
    output: error ? null : resolve(out),
    frames,
    bytes,
    processingTimeMs: ms === null ? null : Math.round(ms),
    error,
  });
  return error === null;
}
