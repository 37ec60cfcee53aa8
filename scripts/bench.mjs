/** `npm run bench`: speed and memory of an export, side by side with its rivals on this machine. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureHarnessBuilt } from './lib/build.mjs';
import { runMain, say, UsageError } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { HARNESS_DIR, HARNESS_PATH } from './lib/paths.mjs';
import { ensureSystemTools } from './lib/system-tools.mjs';

/** @typedef {{ name: string, unit: string, median: number, runs: number[] }} Figure */
/** @typedef {{ name: string, value: number, target: string, met: boolean }} Verdict */

const GROUPS = ['export', 'segments', 'pool', 'wasm', 'native', 'clips', 'memory', 'beats'];
const DEFAULT_RUNS = 3;

await runMain(async () => {
  const { only, runs, json } = readOptions();
  await ensurePackages();
  await ensureSystemTools();
  await ensureBuilt();
  await ensureHarnessBuilt();
  const figures = await measure(
    GROUPS.filter((group) => only === null || group === only),
    runs,
  );
  const verdicts = judge(new Map(figures.map((figure) => [figure.name, figure.median])));
  print(figures, verdicts);
  if (json) writeFileSync(json, `${JSON.stringify({ machine: machine(), figures, verdicts }, null, 2)}\n`);
  return verdicts.every(({ met }) => met) ? 0 : 1;
});

/** @param {readonly string[]} groups @param {number} runs @returns {Promise<Figure[]>} */
async function measure(groups, runs) {
  // Packages are there only now.
  const {
    beatAnalysis,
    clipExport,
    encoderAlone,
    nativeClips,
    nativeComposition,
    peakMemory,
    peakMemoryOfClips,
    poolSpeeds,
    prepareExportBench,
    renderAlone,
    segmentCost,
    wholeExport,
  } = await import('./bench/measurements.mjs');
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
    const session = await openSession(null, { [HARNESS_PATH]: HARNESS_DIR });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  // Rivals run in turn, so that a slow minute of the machine hits all of them.
  for (let run = 0; run < runs; run++) {
    if (groups.includes('export') || groups.includes('wasm')) {
      note('whole export in the page', 'frames/s', await inSession(wholeExport));
      await inSession(async (session) => {
        await prepareExportBench(session);
        const encoder = await encoderAlone(session, 'webcodecs');
        note('encoder alone', 'frames/s', encoder);
        const render = await renderAlone(session);
        note('render worker', 'frames/s', render);
        note('render worker / encoder alone', 'ratio', render / encoder);
        if (groups.includes('wasm')) note('ffmpeg.wasm x264 alone', 'frames/s', await encoderAlone(session, 'ffmpeg'));
      });
    }
    if (groups.includes('segments')) {
      const { speed, size } = await inSession((session) => segmentCost(session, run));
      note('segments / unbroken encode, speed', 'ratio', speed);
      note('segments / unbroken encode, size', 'ratio', size);
    }
    if (groups.includes('pool')) {
      const { bySize, chosen } = await inSession(poolSpeeds);
      for (const [workers, speed] of bySize) note(`pool of ${workers}`, 'frames/s', speed);
      note(`pool as chosen (${chosen})`, 'of best', (bySize.get(chosen) ?? 0) / Math.max(...bySize.values()));
    }
    if (groups.includes('native')) note('native ffmpeg, same composition', 'frames/s', await nativeComposition());
    if (groups.includes('clips')) {
      note('five clips, crossfades and grade', 'frames/s', await inSession(clipExport));
      note('native ffmpeg, same clips', 'frames/s', await nativeClips());
      note('memory above idle, five clips', 'MiB', await inSession(peakMemoryOfClips));
    }
    if (groups.includes('beats')) {
      note('beats of 60 s', 'ms', await inSession((session) => beatAnalysis(session, 60)));
      // Once is enough to see that it ends, and takes minutes.
      if (run === 0) note('beats of 60 min', 'ms', await inSession((session) => beatAnalysis(session, 3600)));
    }
    if (groups.includes('memory')) {
      note('memory above idle, 30 s', 'MiB', await inSession((session) => peakMemory(session, 30)));
      note('memory above idle, 120 s', 'MiB', await inSession((session) => peakMemory(session, 120)));
    }
  }
  return [...figures.values()];
}

/** @param {Map<string, number>} medians @returns {Verdict[]} */
function judge(medians) {
  /** @type {Verdict[]} */
  const verdicts = [];
  const whole = medians.get('whole export in the page');
  const ratio = medians.get('render worker / encoder alone');
  const native = medians.get('native ffmpeg, same composition');
  const clips = medians.get('five clips, crossfades and grade');
  const nativeClips = medians.get('native ffmpeg, same clips');
  const clipMemory = medians.get('memory above idle, five clips');
  const beats = medians.get('beats of 60 s');
  const longBeats = medians.get('beats of 60 min');
  const short = medians.get('memory above idle, 30 s');
  const long = medians.get('memory above idle, 120 s');
  const add = (
    /** @type {string} */ name,
    /** @type {number} */ value,
    /** @type {string} */ target,
    /** @type {boolean} */ met,
  ) => verdicts.push({ name, value, target, met });
  const segmentSpeed = medians.get('segments / unbroken encode, speed');
  const segmentSize = medians.get('segments / unbroken encode, size');
  if (segmentSpeed) add('segments cost in speed', 1 - segmentSpeed, 'under 0.03', 1 - segmentSpeed < 0.03);
  if (segmentSize) add('segments cost in size', segmentSize - 1, 'under 0.03', segmentSize - 1 < 0.03);
  for (const [name, value] of medians) {
    if (name.startsWith('pool as chosen')) add(name, value, 'at least 0.95', value >= 0.95);
  }
  if (whole) add('30 s of video takes (s)', 900 / whole, 'under 20', 900 / whole < 20);
  if (ratio) add('render worker / encoder alone', ratio, 'at least 0.80', ratio >= 0.8);
  if (whole && native) add('whole export / native ffmpeg', whole / native, 'at least 1.5', whole / native >= 1.5);
  if (clips) add('30 s from five clips takes (s)', 900 / clips, 'under 60', 900 / clips < 60);
  if (clips && nativeClips) add('five clips / native ffmpeg', clips / nativeClips, 'printed', true);
  if (clipMemory) add('memory, five clips (MiB)', clipMemory, 'under 477 (500 MB)', clipMemory < 500e6 / 2 ** 20);
  if (beats) add('beats of 60 s take (s)', beats / 1000, 'under 6', beats < 6000);
  if (longBeats) add('beats of 60 min take (s)', longBeats / 1000, 'printed', true);
  if (short) add('memory above idle, 30 s (MiB)', short, 'under 477 (500 MB)', short < 500e6 / 2 ** 20);
  if (short && long) add('memory, 120 s / 30 s', long / short, 'at most 1.2', long / short <= 1.2);
  return verdicts;
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

function readOptions() {
  const options = /** @type {const} */ ({
    json: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string' },
  });
  try {
    const { values } = parseArgs({ options });
    const runs = Number(values.runs ?? DEFAULT_RUNS);
    if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs is "${values.runs}"; it has to be 1 or more.`);
    if (values.only !== undefined && !GROUPS.includes(values.only)) {
      throw new Error(`--only is "${values.only}"; it has to be one of ${GROUPS.join(', ')}.`);
    }
    return { only: values.only ?? null, runs, json: values.json ?? null };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${words}\nUsage: npm run bench -- [--only ${GROUPS.join('|')}] [--runs N] [--json FILE]`);
  }
}
