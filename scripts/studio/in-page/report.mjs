/** @typedef {import('./window.mjs').StudioWindow} StudioWindow */

/** @param {'health' | 'metrics'} command */
export async function reportInPage(command) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  return command === 'health' ? await studio.health() : await studio.metrics();
}
