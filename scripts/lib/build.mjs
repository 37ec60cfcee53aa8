import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { step, UsageError } from './log.mjs';
import { DIST_DIR, HARNESS_DIR, inProject } from './paths.mjs';
import { npm, runPackage } from './run.mjs';

/** What the product is built from. */
const PRODUCT_SOURCES = [
  'src',
  'workers',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/lib/meta-policy.mjs',
  'scripts/lib/product-version.mjs',
  'scripts/lib/security-headers.mjs',
  'scripts/lib/start-chunks.mjs',
  'scripts/lib/without-eval.mjs',
  'scripts/lib/worker-build.mjs',
  'package.json',
  'package-lock.json',
];
const HARNESS_SOURCES = [...PRODUCT_SOURCES, 'e2e/harness'];

/** Builds the product where `dist` is missing or older than its sources. */
export async function ensureBuilt() {
  if (isCurrent(join(DIST_DIR, 'index.html'), PRODUCT_SOURCES)) return;
  step('Building the production version');
  if ((await npm(['run', 'build'])) !== 0) throw new UsageError('The build failed; the output above says why.');
}

/** Builds the pages that tests and benches open, where they are missing or older than their sources. */
export async function ensureHarnessBuilt() {
  if (isCurrent(join(HARNESS_DIR, 'index.html'), HARNESS_SOURCES)) return;
  step('Building the test pages');
  if ((await npm(['run', 'kernel', '--if-present'])) !== 0) throw new UsageError('Building the kernel failed.');
  const code = await runPackage('vite/bin/vite.js', ['build', '--config', 'e2e/harness/vite.config.ts']);
  if (code !== 0) throw new UsageError('Building the test pages failed; the output above says why.');
}

/** @param {string} result @param {readonly string[]} sources */
function isCurrent(result, sources) {
  if (!existsSync(result)) return false;
  const built = statSync(result).mtimeMs;
  return sources.every((source) => newestChange(inProject(source)) <= built);
}

/** Time of the newest change in a file or folder, in milliseconds since 1970. @param {string} path @returns {number} */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
