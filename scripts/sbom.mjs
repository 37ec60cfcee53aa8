/**
 * Writes sbom.cdx.json, the bill of materials (CycloneDX 1.6), from the lockfile: every package, with those that only build
 * and test. `node scripts/sbom.mjs`; with `--check` it only says whether the file is current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { materialsOf } from './lib/bill-of-materials.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';

const FILE = inProject('sbom.cdx.json');

await runMain(async () => {
  const wanted = `${JSON.stringify(materialsOf(read('package.json'), read('package-lock.json')), null, 1)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, wanted);
    return 0;
  }
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') === wanted) return 0;
  say('sbom.cdx.json does not fit package-lock.json. Run: npm run sbom');
  return 1;
});

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(inProject(file), 'utf8'));
}
