import { existsSync, readFileSync } from 'node:fs';
import { step, UsageError } from './log.mjs';
import { inProject } from './paths.mjs';
import { npm } from './run.mjs';

/** Runs `npm ci`, without the packages' scripts, where node_modules is missing or differs from the lockfile. */
export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  step('Installing packages (npm ci --ignore-scripts)');
  const code = await npm(['ci', '--ignore-scripts']);
  if (code !== 0)
    throw new UsageError('Installing packages failed; the output above says why. Try: npm ci --ignore-scripts');
}

/** Compares versions, not file times: a checkout may touch either file. */
function packagesAreCurrent() {
  const installedFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(inProject('package-lock.json'));
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(([path, entry]) => {
    // The root itself, and packages for other systems, are not installed.
    if (path === '' || (entry.optional && !installed[path])) return true;
    return installed[path]?.version === entry.version && installed[path]?.integrity === entry.integrity;
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}
