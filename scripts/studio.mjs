/** `npm run studio -- COMMAND`: drives the production build in headless Chromium through `window.studio`. */
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { requireChromium } from './lib/system-tools.mjs';
import { readArguments, USAGE } from './studio/arguments.mjs';

/** What a shell gives a command that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

await runMain(async () => {
  const args = readArguments(process.argv.slice(2));
  if (args.command === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  await ensurePackages();
  requireChromium();
  // From here on packages are there: these modules need them.
  const { checkFiles, render } = await import('./studio/render.mjs');
  const beats = await import('./studio/beats.mjs');
  const caption = await import('./studio/caption.mjs');
  const music = await import('./studio/music.mjs');
  const { mergeScenes, readScenes } = await import('./studio/merge.mjs');
  const { openSession } = await import('./studio/session.mjs');
  const { reportInPage } = await import('./studio/in-page.mjs');
  if (args.command === 'render') checkFiles(args);
  if (args.command === 'beats') beats.checkFiles(args);
  if (args.command === 'caption') caption.checkFiles(args);
  if (args.command === 'music') music.checkFiles(args);
  const scenes = args.command === 'merge' ? readScenes(args) : null;
  await ensureBuilt();

  const interrupt = interruptSignal();
  const session = await openSession(args.profile);
  try {
    if (args.command === 'render' || args.command === 'merge') {
      const report =
        args.command === 'render'
          ? await render(session, args, interrupt)
          : await mergeScenes(session, args, scenes, interrupt);
      printResult(report);
      if (report.error) say(report.error.message);
      return interrupt.aborted ? EXIT_INTERRUPTED : report.status === 'completed' ? 0 : 1;
    }
    if (args.command === 'beats') return (await beats.listenToAll(session, args, printResult)) ? 0 : 1;
    if (args.command === 'caption') return (await caption.captionAll(session, args, printResult)) ? 0 : 1;
    if (args.command === 'music') return (await music.addMusic(session, args, printResult)) ? 0 : 1;
    const report = await session.page.evaluate(reportInPage, args.command);
    printResult(report);
    return 'ok' in report && !report.ok ? 1 : 0;
  } finally {
    await session.close();
  }
});

/** @param {unknown} result */
function printResult(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function interruptSignal() {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(name, () => controller.abort());
  return controller.signal;
}
