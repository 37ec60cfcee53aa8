/**
 * `npm run lighthouse`: Google's Lighthouse looks at the production build, as a desktop and as a phone. It comes from the
 * npm registry for the run (`npm exec`), since nothing else needs it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say, step } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { DIST_DIR, inProject } from './lib/paths.mjs';
import { npm } from './lib/run.mjs';
import { startServer } from './lib/static-server.mjs';
import { CHROMIUM_ARGS, ensureSystemTools, requireChromium } from './lib/system-tools.mjs';

/** The last that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const REPORT_DIR = '.cache/reports';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** The least score of each category, out of 100. */
const SCREENS = [
  { name: 'desktop', least: 95, options: ['--preset=desktop'] },
  { name: 'mobile', least: 90, options: [] },
];

await runMain(async () => {
  await ensurePackages();
  await ensureSystemTools();
  await ensureBuilt();
  mkdirSync(inProject(REPORT_DIR), { recursive: true });
  const { origin, close } = await startServer({ mounts: { '/': DIST_DIR }, packs: true });
  const flags = ['--headless=new', ...CHROMIUM_ARGS].join(' ');
  let isGood = true;
  try {
    for (const { name, least, options } of SCREENS) {
      step(`Lighthouse, ${name}`);
      const report = inProject(`${REPORT_DIR}/lighthouse-${name}.json`);
      const args = [
        ...[origin, '--quiet', '--output=json', `--output-path=${report}`, `--only-categories=${CATEGORIES.join()}`],
        ...[`--chrome-flags=${flags}`, ...options],
      ];
      const code = await npm(['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', ...args], {
        env: { CHROME_PATH: requireChromium() },
      });
      if (code !== 0) throw new Error(`Lighthouse ended with exit code ${code}.`);
      const { categories } = JSON.parse(readFileSync(report, 'utf8'));
      for (const category of CATEGORIES) {
        const score = Math.round(100 * categories[category].score);
        isGood &&= score >= least;
        say(`${score >= least ? 'ok    ' : 'MISSED'} ${category}: ${score} (at least ${least})`);
      }
    }
  } finally {
    await close();
  }
  return isGood ? 0 : 1;
});
