/**
 * @typedef {import('./window.mjs').StudioApi} StudioApi
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Puts music under a video and sends it to where the command awaits it.
 * @param {{ media: string, track: string, options: Parameters<StudioApi['tasks']['backgroundMusic']>[2], videoAddress: string }} request
 * @returns {Promise<{ frames: number | null, name: string | null, ms: number | null, error: ErrorRecord | null }>}
 */
export async function musicInPage({ media, track, options, videoAddress }) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const started = performance.now();
    const made = await page.studio.tasks.backgroundMusic(media, track, {
      ...options,
      onProgress: ({ step, done, total, etaSeconds }) =>
        page.reportJob({ progress: total > 0 ? (100 * done) / total : 0, currentStep: step, etaSeconds }),
    });
    const ms = performance.now() - started;
    try {
      const response = await fetch(videoAddress, { method: 'PUT', body: made.video });
      if (!response.ok) throw new Error(`Writing the file failed: ${await response.text()}`);
    } finally {
      await made.discard();
    }
    return { frames: made.frames, name: made.video.name, ms, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { frames: null, name: null, ms: null, error: error.toRecord() };
    }
    return {
      ...{ frames: null, name: null, ms: null },
      error: { code: 'unexpected', message: String(error), details: {} },
    };
  }
}
