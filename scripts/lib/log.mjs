/** Words for the person at the terminal. Everything goes to stderr, so that stdout stays free for results. */

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** A heading above a step's own output. @param {string} title */
export function step(title) {
  say(`\n== ${title}`);
}

/** A mistake with a known remedy: printed without a stack. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
}

/**
 * Runs a script's main function and turns what it throws into words and an exit code.
 * @param {() => Promise<number>} main gives the exit code.
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof UsageError) say(error.message);
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
