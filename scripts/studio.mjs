/** `npm run studio -- COMMAND`: drives the production build in headless Chromium through `window.studio`. */
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { requireChromium } from './lib/system-tools.mjs';
import { readArguments, USAGE } from './studio/arguments.mjs';

/** What a shell gives a command that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

/**
 * @typedef {import('./studio/session.mjs').Session} Session
 * @typedef {(session: Session, interrupt: AbortSignal) => Promise<number>} Run a command's work; gives the exit code
 */

await runMain(async () => {
  const args = readArguments(process.argv.slice(2));
  if (args.command === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  await ensurePackages();
  requireChromium();
  const run = await prepare(args);
  await ensureBuilt();
  const interrupt = interruptSignal();
  const { openSession } = await import('./studio/session.mjs');
  const session = await openSession(args.profile);
  try {
    return await run(session, interrupt);
  } finally {
    await session.close();
  }
});

/**
 * Looks at the files of a command before a browser is started. Its module needs packages, which are there only now.
 * @param {import('./studio/arguments.mjs').WorkArguments | import('./studio/arguments.mjs').ReportArguments} args
 * @returns {Promise<Run>}
 * @throws {import('./lib/log.mjs').UsageError}
 */
async function prepare(args) {
  switch (args.command) {
    case 'render': {
      const { checkFiles, render } = await import('./studio/render.mjs');
      checkFiles(args);
      return async (session, interrupt) => endOf(await render(session, args, interrupt), interrupt);
    }
    case 'merge': {
      const { mergeScenes, readScenes } = await import('./studio/merge.mjs');
      const scenes = readScenes(args);
      return async (session, interrupt) => endOf(await mergeScenes(session, args, scenes, interrupt), interrupt);
    }
    case 'batch': {
      const { checkFiles, makeBatch } = await import('./studio/batch.mjs');
      checkFiles(args);
      return async (session, interrupt) => {
        const isWhole = await makeBatch(session, args, printResult, interrupt);
        return interrupt.aborted ? EXIT_INTERRUPTED : exitCode(isWhole);
      };
    }
    case 'beats': {
      const { checkFiles, listenToAll } = await import('./studio/beats.mjs');
      checkFiles(args);
      return async (session) => exitCode(await listenToAll(session, args, printResult));
    }
    case 'caption': {
      const { captionAll, checkFiles } = await import('./studio/caption.mjs');
      checkFiles(args);
      return async (session) => exitCode(await captionAll(session, args, printResult));
    }
    case 'music': {
      const { addMusic, checkFiles } = await import('./studio/music.mjs');
      checkFiles(args);
      return async (session) => exitCode(await addMusic(session, args, printResult));
    }
    case 'convert': {
      const { checkFiles, convertFile } = await import('./studio/convert.mjs');
      checkFiles(args);
      return async (session) => exitCode(await convertFile(session, args, printResult));
    }
    case 'import': {
      const { checkFiles, importAll } = await import('./studio/import.mjs');
      checkFiles(args);
      return async (session) => exitCode(await importAll(session, args, printResult));
    }
    case 'workspace': {
      const { checkFiles, moveWorkspace } = await import('./studio/workspace.mjs');
      checkFiles(args);
      return async (session) => exitCode(await moveWorkspace(session, args, printResult));
    }
    case 'health':
    case 'metrics': {
      const { reportInPage } = await import('./studio/in-page/report.mjs');
      return async ({ page }) => {
        const report = await page.evaluate(reportInPage, args.command);
        printResult(report);
        return exitCode(!('ok' in report) || report.ok);
      };
    }
  }
}

/** Prints how a render ended. @param {import('./studio/render.mjs').RenderReport} report @param {AbortSignal} interrupt */
function endOf(report, interrupt) {
  printResult(report);
  if (report.error) say(report.error.message);
  return interrupt.aborted ? EXIT_INTERRUPTED : exitCode(report.status === 'completed');
}

/** @param {boolean} isWell */
function exitCode(isWell) {
  return isWell ? 0 : 1;
}

/** @param {unknown} result */
function printResult(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function interruptSignal() {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(name, () => controller.abort());
  return controller.signal;
}
