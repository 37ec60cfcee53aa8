/**
 * Writes the files that tell hosts which headers to send: `node scripts/hosting.mjs`. With `--check` it only
 * says whether they are current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { HOSTING_FILES } from './lib/hosting-files.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';

await runMain(async () => {
  if (!process.argv.includes('--check')) {
    for (const [path, text] of Object.entries(HOSTING_FILES)) writeFileSync(inProject(path), text);
    return 0;
  }
  const stale = Object.entries(HOSTING_FILES)
    .filter(([path, text]) => !existsSync(inProject(path)) || readFileSync(inProject(path), 'utf8') !== text)
    .map(([path]) => path);
  if (stale.length === 0) return 0;
  say(`${stale.join(' and ')} do not fit scripts/lib/security-headers.mjs. Run: npm run hosting`);
  return 1;
});
