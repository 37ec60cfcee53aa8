/** `npm run faults`: breaks running exports in every way there is, and looks at what is left. */
import { parseArgs } from 'node:util';
import { runMain, say, UsageError } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runPackage } from './lib/run.mjs';
import { ensureSystemTools } from './lib/system-tools.mjs';

const USAGE = `Usage: npm run faults -- [options] [Playwright's own, such as kill.spec.ts]

  --seed NUMBER     the points at which faults come; printed at the start of each run
  --short           as few of each as \`npm test\` has
  --kills N         how often the whole browser is killed (100)
  --crashes N       how often the page crashes (50)
  --takeovers N     how often the tab that leads goes away (50)
  --quotas N        how often the disk is full (20)
  --exports N       exports in a row in one page (200)
  --frozenSeconds N how long the page is frozen (60)
  --help            shows this`;

/** Chosen anew for each run, below 2^32. */
const anySeed = () => Math.floor(Math.random() * 2 ** 32);
const COUNTS = ['kills', 'crashes', 'takeovers', 'quotas', 'exports', 'frozenSeconds'];

await runMain(async () => {
  const { values, positionals } = readArguments();
  if (values.help) {
    say(USAGE);
    return 0;
  }
  await ensurePackages();
  await ensureSystemTools();
  const seed = String(values.seed ?? anySeed());
  const counts = COUNTS.filter((name) => values[name] !== undefined);
  say(`Seed ${seed}. The same run again: npm run faults -- --seed ${seed}${values.short ? ' --short' : ''}`);
  return await runPackage('@playwright/test/cli.js', ['test', '--project=faults*', '--reporter=list', ...positionals], {
    env: {
      FAULTS_SEED: seed,
      FAULTS_LONG: values.short ? '0' : '1',
      ...Object.fromEntries(counts.map((name) => [`FAULTS_${name.toUpperCase()}`, String(values[name])])),
    },
  });
});

function readArguments() {
  /** @type {Record<string, { type: 'string' | 'boolean' }>} */
  const options = { help: { type: 'boolean' }, short: { type: 'boolean' }, seed: { type: 'string' } };
  for (const name of COUNTS) options[name] = { type: 'string' };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    for (const name of ['seed', ...COUNTS]) {
      if (values[name] !== undefined && !/^\d+$/.test(String(values[name]))) {
        throw new UsageError(`--${name} is "${values[name]}"; it has to be a whole number, 0 or more.`);
      }
    }
    return { values, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
