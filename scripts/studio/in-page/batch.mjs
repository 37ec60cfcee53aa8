/**
 * @typedef {import('./window.mjs').StudioApi} StudioApi
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * The rows of a table, and the files that they name.
 * @param {string} address of the CSV
 * @returns {Promise<{ table: Awaited<ReturnType<StudioApi['tasks']['readBatch']>> | null, error: ErrorRecord | null }>}
 */
export async function readBatchInPage(address) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    return { table: await studio.tasks.readBatch(address), error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { table: null, error: error.toRecord() };
    }
    return { table: null, error: { code: 'unexpected', message: String(error), details: {} } };
  }
}

/**
 * Queues a video for each row, or finds those that were queued by the same request and have not ended.
 * @param {Parameters<StudioApi['tasks']['batch']>[0]} request
 * @returns {Promise<{ rows: Awaited<ReturnType<StudioApi['tasks']['batch']>>, error: ErrorRecord | null }>}
 */
export async function queueBatchInPage(request) {
  const { studio } = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    return { rows: await studio.tasks.batch({ ...request, resume: true }), error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { rows: [], error: error.toRecord() };
    }
    return { rows: [], error: { code: 'unexpected', message: String(error), details: {} } };
  }
}
