/**
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Imports a file and listens to it.
 * @param {string} address
 * @returns {Promise<{ grid: import('../../../src/core/beats/beat-grid.ts').BeatGrid | null, ms: number | null, error: ErrorRecord | null }>}
 */
export async function analyseInPage(address) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const [outcome] = await studio.assets.import([address]);
    if (!outcome?.ok) return { grid: null, ms: null, error: outcome?.error.toRecord() ?? null };
    const started = performance.now();
    const grid = await studio.beats.analyse(outcome.asset.id);
    return { grid, ms: performance.now() - started, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { grid: null, ms: null, error: error.toRecord() };
    }
    return { grid: null, ms: null, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}
