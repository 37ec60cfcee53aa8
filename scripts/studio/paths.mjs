import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../lib/log.mjs';

/** @param {string} path */
export function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A file can be written there. @param {string} path @throws {UsageError} */
export function requireFolderOf(path) {
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) throw new UsageError(`The folder "${folder}" for "${path}" does not exist. Make it first.`);
  if (existsSync(path) && !isFile(path)) throw new UsageError(`"${path}" is a folder; it has to name a file.`);
}
