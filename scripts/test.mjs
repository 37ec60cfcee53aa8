/** `npm test`: installs what is missing, then runs every check. The last line is `N passed, N failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runMain, say, step } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inProject } from './lib/paths.mjs';
import { npm, run, runPackage } from './lib/run.mjs';
import { ensureTestTools } from './lib/system-tools.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const REPORT_DIR = '.cache/reports';
const UNIT_REPORT = `${REPORT_DIR}/unit.json`;
const BROWSER_REPORT = `${REPORT_DIR}/browser.json`;

/** @type {readonly { title: string, run: () => Promise<Count> }[]} */
const CHECKS = [
  { title: 'Format and lint', run: () => check('@biomejs/biome/bin/biome', ['ci', '--colors=off']) },
  { title: 'Types', run: () => check('typescript/bin/tsc', ['-b']) },
  { title: 'Third-party notices', run: () => checkScript('scripts/notices.mjs', ['--check']) },
  { title: 'Bill of materials', run: () => checkScript('scripts/sbom.mjs', ['--check']) },
  { title: "Hosts' files", run: () => checkScript('scripts/hosting.mjs', ['--check']) },
  { title: 'Unit tests', run: unitTests },
  { title: 'Scripts of a first visit', run: () => checkScript('scripts/first-visit.mjs', []) },
  { title: 'Browser tests', run: browserTests },
];

await runMain(async () => {
  await ensurePackages();
  await ensureTestTools();
  rmSync(inProject(REPORT_DIR), { recursive: true, force: true });
  mkdirSync(inProject(REPORT_DIR), { recursive: true });
  // Types, tests and build all need it; each would fail with a less useful message.
  const kernelFailed = (await npm(['run', 'kernel', '--if-present'])) !== 0;

  const total = { passed: 0, failed: kernelFailed ? 1 : 0 };
  const summary = [];
  for (const { title, run: runCheck } of CHECKS) {
    step(title);
    const { passed, failed } = await runCheck();
    total.passed += passed;
    total.failed += failed;
    summary.push(`${failed === 0 ? 'ok    ' : 'FAILED'} ${title}: ${passed} passed, ${failed} failed`);
  }
  step('Summary');
  say(`${summary.join('\n')}\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});

/** A check that only passes or fails. @param {string} script @param {string[]} args @returns {Promise<Count>} */
async function check(script, args) {
  return countOf((await runPackage(script, args)) === 0, 1, 0);
}

/** @param {string} script of this project @param {string[]} args @returns {Promise<Count>} */
async function checkScript(script, args) {
  return countOf((await run(process.execPath, [script, ...args])) === 0, 1, 0);
}

/** @returns {Promise<Count>} */
async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const code = await runPackage('vitest/vitest.mjs', ['run', ...reporters]);
  const report = readReport(UNIT_REPORT);
  return countOf(code === 0, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** @returns {Promise<Count>} */
async function browserTests() {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: inProject(BROWSER_REPORT) };
  const code = await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env });
  const stats = readReport(BROWSER_REPORT)?.stats;
  return countOf(code === 0, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/**
 * A step that failed without counting a failure (a file that does not load, a server that does not start) counts one.
 * @param {boolean} succeeded @param {number} passed @param {number} failed @returns {Count}
 */
function countOf(succeeded, passed, failed) {
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}

/** @param {string} path */
function readReport(path) {
  return existsSync(inProject(path)) ? JSON.parse(readFileSync(inProject(path), 'utf8')) : null;
}
