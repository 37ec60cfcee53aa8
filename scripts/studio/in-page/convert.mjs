/**
 * @typedef {import('./window.mjs').StudioApi} StudioApi
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Converts a file and sends the new one to where the command awaits it.
 * @param {{ media: string, options: Record<string, string | number>, address: string }} request
 * @returns {Promise<{ frames: number | null, bytes: number | null, ms: number | null, error: ErrorRecord | null }>}
 */
export async function convertInPage({ media, options, address }) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const started = performance.now();
    // Words from a command line: the page's schema checks them, and names the ones that it takes.
    const checked = /** @type {Parameters<StudioApi['tasks']['convert']>[1]} */ (/** @type {unknown} */ (options));
    const made = await page.studio.tasks.convert(media, {
      ...checked,
      onProgress: ({ step, done, total, etaSeconds }) =>
        page.reportJob({ progress: total > 0 ? (100 * done) / total : 0, currentStep: step, etaSeconds }),
    });
    const ms = performance.now() - started;
    try {
      const response = await fetch(address, { method: 'PUT', body: made.file });
      if (!response.ok) throw new Error(`Writing the file failed: ${await response.text()}`);
    } finally {
      await made.discard();
    }
    return { frames: made.frames, bytes: made.file.size, ms, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { frames: null, bytes: null, ms: null, error: error.toRecord() };
    }
    return {
      ...{ frames: null, bytes: null, ms: null },
      error: { code: 'unexpected', message: String(error), details: {} },
    };
  }
}
