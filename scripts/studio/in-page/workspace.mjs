/**
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').Workspace} Workspace
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Exports a workspace, the one that is open where no name is given, and sends it to where the command awaits it.
 * @param {{ name: string | null, address: string }} request
 * @returns {Promise<{ workspace: Workspace | null, bytes: number | null, leftOut: readonly string[], error: ErrorRecord | null }>}
 */
export async function exportWorkspaceInPage({ name, address }) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  const { workspaces } = page.studio;
  try {
    const all = await workspaces.list();
    const found = all.find((one) => (name === null ? one.open : one.name.toLowerCase() === name.toLowerCase()));
    if (!found) {
      const names = all.map((one) => one.name).join(', ');
      const message = `There is no workspace "${name}" in this profile. It has: ${names}.`;
      return { workspace: null, bytes: null, leftOut: [], error: { code: 'not-found', message, details: {} } };
    }
    const { open: _, ...workspace } = found;
    const { file, leftOut, discard } = await workspaces.export(found.id, {
      onProgress: ({ done, total }) =>
        page.reportJob({ progress: total > 0 ? (100 * done) / total : 0, currentStep: 'exporting', etaSeconds: null }),
    });
    try {
      const response = await fetch(address, { method: 'PUT', body: file });
      if (!response.ok) throw new Error(`Writing the file failed: ${await response.text()}`);
    } finally {
      await discard();
    }
    return { workspace, bytes: file.size, leftOut, error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { workspace: null, bytes: null, leftOut: [], error: error.toRecord() };
    }
    const unexpected = { code: /** @type {const} */ ('unexpected'), message: String(error), details: {} };
    return { workspace: null, bytes: null, leftOut: [], error: unexpected };
  }
}

/**
 * Makes a workspace of an archive.
 * @param {string} address
 * @returns {Promise<{ workspace: Workspace | null, bytes: null, leftOut: readonly string[], error: ErrorRecord | null }>}
 */
export async function importWorkspaceInPage(address) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  try {
    const workspace = await page.studio.workspaces.import(address, {
      onProgress: ({ done, total }) =>
        page.reportJob({ progress: total > 0 ? (100 * done) / total : 0, currentStep: 'importing', etaSeconds: null }),
    });
    return { workspace, bytes: null, leftOut: [], error: null };
  } catch (error) {
    if (error instanceof Error && 'toRecord' in error && typeof error.toRecord === 'function') {
      return { workspace: null, bytes: null, leftOut: [], error: error.toRecord() };
    }
    const unexpected = { code: /** @type {const} */ ('unexpected'), message: String(error), details: {} };
    return { workspace: null, bytes: null, leftOut: [], error: unexpected };
  }
}
