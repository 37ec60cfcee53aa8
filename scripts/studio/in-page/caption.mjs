/**
 * @typedef {import('./window.mjs').StudioApi} StudioApi
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Gets the files of a model, once for all that it listens to.
 * @param {{ name: string, addresses: Record<string, string> }} model addresses by path inside its folder
 * @returns {Promise<{ name: string, files: Record<string, File> }>}
 */
export async function loadModelInPage({ name, addresses }) {
  /** @type {Record<string, File>} */
  const files = {};
  for (const [path, address] of Object.entries(addresses)) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`Reading ${path} failed: ${await response.text()}`);
    files[path] = new File([await response.blob()], path);
  }
  return { name, files };
}

/**
 * Writes down what is said in a file.
 * @param {{ media: string, model: { name: string, files: Record<string, File> }, language: string | null, translate: boolean }} request
 * @returns {Promise<{ heard: import('../../../src/app/api/speech.ts').SpeechAnswer | null, ms: number | null, error: ErrorRecord | null }>}
 */
export async function transcribeInPage({ media, model, language, translate }) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const started = performance.now();
    const task = translate ? 'translate' : 'transcribe';
    const heard = await studio.speech.transcribe(media, { model, language, task });
    return { heard, ms: performance.now() - started, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { heard: null, ms: null, error: error.toRecord() };
    }
    return { heard: null, ms: null, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}

/**
 * Puts captions on a video and sends it to where the command awaits it.
 * @param {{ media: string, source: Parameters<StudioApi['tasks']['caption']>[1]['source'], language: string | null, look: string | null, soft: boolean, videoAddress: string }} request
 * @returns {Promise<{ frames: number | null, ms: number | null, error: ErrorRecord | null }>}
 */
export async function captionInPage({ media, source, language, look, soft, videoAddress }) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const started = performance.now();
    const options = { source, language, place: soft ? 'track' : 'burned', ...(look !== null && { look }) };
    // Words from a command line: the page's schema checks them, and names the ones that it takes.
    const checked = /** @type {Parameters<StudioApi['tasks']['caption']>[1]} */ (options);
    const made = await page.studio.tasks.caption(media, {
      ...checked,
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
    return { frames: made.frames, ms, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { frames: null, ms: null, error: error.toRecord() };
    }
    return { frames: null, ms: null, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}
