import { writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { UsageError } from '../lib/log.mjs';
import { analyseInPage } from './in-page/beats.mjs';
import { isFile, requireFolderOf } from './paths.mjs';

/**
 * @typedef {import('./arguments.mjs').BeatsArguments} BeatsArguments
 * @typedef {import('./in-page/window.mjs').ErrorRecord} ErrorRecord
 *
 * @typedef {object} BeatsReport one line of standard output.
 * @property {string} id the file's name without its extension
 * @property {string} file
 * @property {number | null} bpm
 * @property {number | null} confidence 0 to 1
 * @property {readonly number[]} beats in seconds
 * @property {readonly number[]} downbeats in seconds
 * @property {number | null} ms how long the analysis took
 * @property {ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {BeatsArguments} args @throws {UsageError} */
export function checkFiles({ tracks, json }) {
  for (const path of tracks) {
    if (!isFile(path)) throw new UsageError(`There is no file "${path}". (Words with spaces need quotes.)`);
  }
  if (json !== null) requireFolderOf(json);
}

/**
 * Listens to each file; one that fails does not stop the others.
 * @param {import('./session.mjs').Session} session
 * @param {BeatsArguments} args
 * @param {(report: BeatsReport) => void} onReport
 * @returns {Promise<boolean>} whether all went well.
 */
export async function listenToAll({ page, files }, { tracks, json }, onReport) {
  /** @type {BeatsReport[]} */
  const reports = [];
  for (const path of tracks) {
    const { grid, ms, error } = await page.evaluate(analyseInPage, files.offer(path));
    const report = {
      id: basename(path, extname(path)),
      file: resolve(path),
      bpm: grid?.tempo ?? null,
      confidence: grid?.confidence ?? null,
      beats: grid?.beats ?? [],
      downbeats: grid?.downbeats ?? [],
      ms: ms === null ? null : Math.round(ms),
      error,
    };
    reports.push(report);
    onReport(report);
  }
  if (json !== null) writeFileSync(json, `${JSON.stringify(estimates(reports))}\n`);
  return reports.every(({ error }) => error === null);
}

/** What a beat scorer reads. @param {readonly BeatsReport[]} reports */
function estimates(reports) {
  const results = reports
    .filter(({ error }) => error === null)
    .map(({ id, beats, downbeats, bpm, ms }) => [id, { beats, downbeats, bpm, ms }]);
  return { name: 'golden-frame-studio', results: Object.fromEntries(results) };
}
