/**
 * @typedef {import('./window.mjs').ErrorRecord} ErrorRecord
 * @typedef {import('./window.mjs').StudioWindow} StudioWindow
 */

/**
 * Imports a file that the page is offered, or what lies at an address elsewhere.
 * @param {{ address: string, isElsewhere: boolean }} source
 * @returns {Promise<{ asset: import('../../../src/core/media/asset.ts').MediaAsset | null, ms: number, error: ErrorRecord | null }>}
 */
export async function importInPage({ address, isElsewhere }) {
  const page = /** @type {StudioWindow & Window} */ (/** @type {unknown} */ (window));
  const started = performance.now();
  const [outcome] = isElsewhere
    ? await page.studio.assets.importUrls([address], {
        onProgress: ({ step, fraction, etaSeconds }) =>
          page.reportJob({ progress: 100 * fraction, currentStep: step, etaSeconds: etaSeconds ?? null }),
      })
    : await page.studio.assets.import([address]);
  const ms = performance.now() - started;
  if (outcome?.ok) return { asset: outcome.asset, ms, error: null };
  return { asset: null, ms, error: outcome?.error.toRecord() ?? null };
}
