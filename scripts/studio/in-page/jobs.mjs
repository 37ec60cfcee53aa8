/**
 * @typedef {import('./window.mjs').StudioApi} StudioApi
 * @typedef {import('./window.mjs').RenderJob} RenderJob
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
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

/** @param {string} jobId @returns {Promise<RenderJob>} */
export async function jobInPage(jobId) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  return await studio.jobs.get(jobId);
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
