import { resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { importInPage } from './in-page/import.mjs';
import { isFile } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').ImportArguments} ImportArguments
 *
 * @typedef {object} ImportReport one line of standard output.
 * @property {string} source the file's path, or the address as it was given
 * @property {'ready' | 'failed'} status
 * @property {import('../../src/core/media/asset.ts').MediaAsset | null} asset
 * @property {number} processingTimeMs
 * @property {import('./in-page/window.mjs').ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {ImportArguments} args @throws {UsageError} */
export function checkFiles({ sources }) {
  for (const source of sources) {
    if (!isAddress(source) && !isFile(source)) {
      throw new UsageError(`There is no file "${source}". (Words with spaces need quotes.)`);
    }
  }
}

/**
 * Imports one after the other; one that fails does not stop the others.
 * @param {import('./session.mjs').Session} session
 * @param {ImportArguments} args
 * @param {(report: ImportReport) => void} onReport
 * @returns {Promise<boolean>} whether all went well.
 */
export async function importAll({ page, files }, { sources }, onReport) {
  const show = progressLine();
  await page.exposeFunction('reportJob', show.update);
  let allWell = true;
  for (const source of sources) {
    const isElsewhere = isAddress(source);
    const { asset, ms, error } = await page.evaluate(importInPage, {
      address: isElsewhere ? source : files.offer(source),
      isElsewhere,
    });
    show.end();
    if (error) say(error.message);
    allWell &&= asset !== null;
    onReport({
      source: isElsewhere ? source : resolve(source),
      status: asset ? 'ready' : 'failed',
      asset,
      processingTimeMs: Math.round(ms),
      error,
    });
  }
  return allWell;
}

/** Every scheme goes to the page, which says in words what is wrong with those that do not load. @param {string} source */
function isAddress(source) {
  return /^([a-z][a-z0-9+.-]*:\/\/|(data|blob|file|javascript):)/i.test(source);
}
