import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things stand in the project's folder. */
export const PROJECT_DIR = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts */
export function inProject(...parts) {
  return join(PROJECT_DIR, ...parts);
}

/** The production build. */
export const DIST_DIR = inProject('dist');
/** Pages that load engine modules for tests and benches, built like the product. */
export const HARNESS_DIR = inProject('.cache', 'harness');
/** Under which path the test server shows them. */
export const HARNESS_PATH = '/harness/';
