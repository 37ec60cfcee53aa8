import { resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { exportWorkspaceInPage, importWorkspaceInPage } from './in-page/workspace.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').WorkspaceArguments} WorkspaceArguments
 *
 * @typedef {object} WorkspaceReport one line of standard output.
 * @property {'export' | 'import'} action
 * @property {string} archive
 * @property {import('../../src/core/workspace/workspace.ts').Workspace | null} workspace
 * @property {number | null} bytes of the archive that was made
 * @property {readonly string[]} leftOut what could not be exported, in words
 * @property {number} processingTimeMs
 * @property {import('./in-page/window.mjs').ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {WorkspaceArguments} args @throws {UsageError} */
export function checkFiles({ action, archive }) {
  if (action === 'export') requireFolderOf(archive);
  else if (!isFile(archive)) throw new UsageError(`There is no file "${archive}". (Words with spaces need quotes.)`);
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {WorkspaceArguments} args
 * @param {(report: WorkspaceReport) => void} onReport
 * @returns {Promise<boolean>} whether it went well.
 */
export async function moveWorkspace({ page, files }, { action, archive, name }, onReport) {
  const show = progressLine();
  await page.exposeFunction('reportJob', show.update);
  const started = performance.now();
  const { workspace, bytes, leftOut, error } =
    action === 'export'
      ? await page.evaluate(exportWorkspaceInPage, { name, address: files.expect(resolve(archive)) })
      : await page.evaluate(importWorkspaceInPage, files.offer(archive));
  show.end();
  for (const words of [...leftOut, ...(error ? [error.message] : [])]) say(words);
  const processingTimeMs = Math.round(performance.now() - started);
  onReport({ action, archive: resolve(archive), workspace, bytes, leftOut, processingTimeMs, error });
  return error === null;
}
