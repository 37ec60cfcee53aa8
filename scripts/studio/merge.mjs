import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../lib/log.mjs';
import { queueMergeInPage } from './in-page/jobs.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { finishJob } from './render.mjs';

/**
 * @typedef {import('./arguments.mjs').MergeArguments} MergeArguments
 * @typedef {Record<string, unknown>} Fields
 * @typedef {Fields & { scenes: readonly Fields[] }} Scenes with absolute paths; all else is checked by the page
 */

/** What names a file in a scene. */
const FILE_FIELDS = ['picture', 'voice'];

/**
 * Reads the scenes and looks at their files before a browser is started.
 * @param {MergeArguments} args
 * @returns {Scenes}
 * @throws {UsageError} that names the scene.
 */
export function readScenes({ scenes: path, out }) {
  if (!isFile(path)) throw new UsageError(`There is no file "${path}". (Words with spaces need quotes.)`);
  requireFolderOf(out);
  const list = parsed(path);
  if (!isFields(list) || !Array.isArray(list.scenes)) {
    throw new UsageError(`"${path}" has to be an object with a list of scenes: { "scenes": [{ "picture": "a.mp4" }] }`);
  }
  const scenes = list.scenes.map((/** @type {unknown} */ scene, index) => {
    if (!isFields(scene))
      throw new UsageError(`Scene ${index + 1} of "${path}" has to be an object: { "picture": "a.mp4" }`);
    return withPaths(scene, dirname(resolve(path)), index);
  });
  return { ...list, scenes };
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {MergeArguments} args
 * @param {Scenes | null} list
 * @param {AbortSignal} signal cancels the render.
 */
export async function mergeScenes(session, { out }, list, signal) {
  const scenes = (list?.scenes ?? []).map((scene) => {
    const files = FILE_FIELDS.flatMap((field) => {
      const path = scene[field];
      return typeof path === 'string' ? [[field, session.files.offer(path)]] : [];
    });
    return { ...scene, ...Object.fromEntries(files) };
  });
  // Words from a file: the page's schema checks them, and names the scene and the rule.
  const request = /** @type {Parameters<typeof queueMergeInPage>[0]} */ (/** @type {unknown} */ ({ ...list, scenes }));
  const queued = await session.page.evaluate(queueMergeInPage, request);
  return await finishJob(session, queued, { out, thumbnail: null }, signal);
}

/** @param {Fields} scene @param {string} folder @param {number} index */
function withPaths(scene, folder, index) {
  const paths = FILE_FIELDS.flatMap((field) => {
    const given = scene[field];
    if (typeof given !== 'string') return [];
    const path = resolve(folder, given);
    if (!isFile(path)) throw new UsageError(`Scene ${index + 1}: there is no file "${given}" (${field}).`);
    return [[field, path]];
  });
  return { ...scene, ...Object.fromEntries(paths) };
}

/** @param {string} path @returns {unknown} */
function parsed(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`"${path}" is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {unknown} value @returns {value is Fields} */
function isFields(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
