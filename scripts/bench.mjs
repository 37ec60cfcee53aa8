/** `npm run bench`: speed and memory of an export, side by side with its rivals on this machine. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureHarnessBuilt } from './lib/build.mjs';
import { runMain, say, UsageError } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { HARNESS_DIR, HARNESS_PATH, inProject } from './lib/paths.mjs';
import { ensureSystemTools } from './lib/system-tools.mjs';

/**
 * @typedef {{ name: string, unit: string, median: number, runs: number[] }} Figure
 * @typedef {import('./bench/groups.mjs').Group} Group
 * @typedef {import('./bench/groups.mjs').Verdict} Verdict
 */

const DEFAULT_RUNS = 3;

await runMain(async () => {
  await ensurePackages();
  // Packages are there only now.
  const { GROUPS } = await import('./bench/groups.mjs');
  const { only, runs, json } = readOptions(Object.keys(GROUPS));
  await ensureSystemTools();
  await ensureBuilt();
  await ensureHarnessBuilt();
  const groups = Object.entries(GROUPS).flatMap(([name, group]) => (only === null || name === only ? [group] : []));
  const figures = await measure(groups, runs);
  const medians = new Map(figures.map((figure) => [figure.name, figure.median]));
  const verdicts = groups.flatMap((group) => group.judge(medians));
  print(figures, verdicts);
  if (json) writeFileSync(json, `${JSON.stringify({ machine: machine(), figures, verdicts }, null, 2)}\n`);
  return verdicts.every(({ met }) => met) ? 0 : 1;
});

/** @param {readonly Group[]} groups @param {number} runs @returns {Promise<Figure[]>} */
async function measure(groups, runs) {
  const { openSession } = await import('./studio/session.mjs');
  /** @type {Map<string, Figure>} */
  const figures = new Map();
  const note = (/** @type {string} */ name, /** @type {string} */ unit, /** @type {number} */ value) => {
    say(`${name}: ${value.toFixed(2)} ${unit}`);
    const values = [...(figures.get(name)?.runs ?? []), value];
    figures.set(name, { name, unit, median: median(values), runs: values });
  };
  /** @template T @param {(session: import('./studio/session.mjs').Session) => Promise<T>} work */
  const inSession = async (work) => {
    const session = await openSession(null, {
      [HARNESS_PATH]: HARNESS_DIR,
      '/models/': inProject('e2e/fixtures/models'),
      '/models/test-whisper/': inProject('e2e/fixtures/whisper'),
    });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  // Rivals run in turn, so that a slow minute of the machine hits all of them.
  for (let run = 0; run < runs; run++) {
    for (const group of groups) await group.measure({ run, note, inSession });
  }
  return [...figures.values()];
}

/** @param {readonly Figure[]} figures @param {readonly Verdict[]} verdicts */
function print(figures, verdicts) {
  say('');
  for (const { name, unit, median: middle, runs } of figures) {
    const all = runs.map((value) => value.toFixed(2)).join(', ');
    process.stdout.write(`${name.padEnd(42)} ${middle.toFixed(2).padStart(8)} ${unit.padEnd(9)} (${all})\n`);
  }
  process.stdout.write('\n');
  for (const { name, value, target, met } of verdicts) {
    process.stdout.write(
      `${name.padEnd(42)} ${value.toFixed(2).padStart(8)} ${met ? 'met   ' : 'MISSED'} (${target})\n`,
    );
  }
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? Number(sorted[Math.floor(middle)])
    : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
}

function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    threads: cpus().length,
    node: process.version,
    date: new Date().toISOString(),
  };
}

/** @param {readonly string[]} groups */
function readOptions(groups) {
  const options = /** @type {const} */ ({
    json: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string' },
  });
  try {
    const { values } = parseArgs({ options });
    const runs = Number(values.runs ?? DEFAULT_RUNS);
    if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs is "${values.runs}"; it has to be 1 or more.`);
    if (values.only !== undefined && !groups.includes(values.only)) {
      throw new Error(`--only is "${values.only}"; it has to be one of ${groups.join(', ')}.`);
    }
    return { only: values.only ?? null, runs, json: values.json ?? null };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${words}\nUsage: npm run bench -- [--only ${groups.join('|')}] [--runs N] [--json FILE]`);
  }
}
