/** Functions that run inside the page: they use nothing from outside themselves but `window`. */

/**
 * @typedef {import('../../src/app/studio-api.ts').StudioApi} StudioApi
 * @typedef {import('../../src/core/job/job.ts').RenderJob} RenderJob
 * @typedef {import('../../src/core/errors.ts').ErrorRecord} ErrorRecord
 * @typedef {{ progress: number, currentStep: string | null, etaSeconds: number | null }} ShownProgress progress from 0 to 100
 * @typedef {{ studio: StudioApi, reportJob: (job: ShownProgress) => void }} StudioWindow
 */

/**
 * Queues a render, or finds the one that was queued by the same request and has not ended.
 * @param {Parameters<StudioApi['process']>[0]} request
 * @returns {Promise<{ job: RenderJob, resumed: boolean, error: null } | { job: null, resumed: false, error: ErrorRecord }>}
 */
export async function queueInPage(request) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const { jobId, resumed } = await studio.process({ ...request, resume: true });
    return { job: await studio.jobs.get(jobId), resumed, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { job: null, resumed: false, error: error.toRecord() };
    }
    return { job: null, resumed: false, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}

/**
 * As `queueInPage`, of scenes.
 * @param {Parameters<StudioApi['tasks']['merge']>[0]} request
 * @returns {Promise<{ job: RenderJob, resumed: boolean, error: null } | { job: null, resumed: false, error: ErrorRecord }>}
 */
export async function queueMergeInPage(request) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const { jobId, resumed } = await studio.tasks.merge({ ...request, resume: true });
    return { job: await studio.jobs.get(jobId), resumed, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { job: null, resumed: false, error: error.toRecord() };
    }
    return { job: null, resumed: false, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}

/** Reports each change of a job until its end. @param {string} jobId @returns {Promise<RenderJob>} as it is then. */
export async function followInPage(jobId) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  return await new Promise((resolve) => {
    /** @type {() => void} */
    let stop = () => {};
    let finished = false;
    stop = page.studio.jobs.watch(jobId, (now) => {
      page.reportJob({ progress: now.progress, currentStep: now.currentStep, etaSeconds: now.etaSeconds });
      finished = now.status !== 'pending' && now.status !== 'processing';
      if (finished) {
        stop();
        resolve(now);
      }
    });
    if (finished) stop();
  });
}

/**
 * Sends a finished render's files to where the command awaits them.
 * @param {{ jobId: string, videoAddress: string, thumbnailAddress: string | null }} request
 */
export async function sendOutput({ jobId, videoAddress, thumbnailAddress }) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  const { video, thumbnail } = await studio.jobs.output(jobId);
  const put = async (/** @type {string} */ address, /** @type {File} */ body) => {
    const response = await fetch(address, { method: 'PUT', body });
    if (!response.ok) throw new Error(`Writing the file failed: ${await response.text()}`);
  };
  await put(videoAddress, video);
  if (thumbnailAddress !== null) await put(thumbnailAddress, thumbnail);
}

/** @param {string} jobId */
export async function cancelInPage(jobId) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  await studio.jobs.cancel(jobId);
}

/**
 * Imports a file and listens to it.
 * @param {string} address
 * @returns {Promise<{ grid: import('../../src/core/beats/beat-grid.ts').BeatGrid | null, ms: number | null, error: ErrorRecord | null }>}
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
 * @returns {Promise<{ heard: import('../../src/app/api/speech.ts').SpeechAnswer | null, ms: number | null, error: ErrorRecord | null }>}
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

/** @param {'health' | 'metrics'} command */
export async function reportInPage(command) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  return command === 'health' ? await studio.health() : await studio.metrics();
}
