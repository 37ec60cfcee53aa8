import type { BeatsClient } from '#clients/beats-client.ts';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { BeatGridStore } from '#storage/beat-grid-store.ts';
import { SharedWork } from '../shared-work.ts';
import type { BeatAnalysis, BeatAnalysisProgress } from '../studio/analyses.ts';
import type { AssetLibrary } from '../studio/assets.ts';

export interface BeatAnalysisTools {
  readonly assets: Pick<AssetLibrary, 'lookup' | 'file'>;
  readonly grids: Pick<BeatGridStore, 'get' | 'put'>;
  readonly client: Pick<BeatsClient, 'analyse'>;
}

/** Finds the beats of tracks, each once, however many ask at the same time. */
export function createBeatAnalysis(tools: BeatAnalysisTools): BeatAnalysis {
  const listening = new SharedWork<AssetId, BeatGrid, BeatAnalysisProgress>((assetId, signal, onProgress) =>
    listen(tools, assetId, signal, onProgress),
  );
  const unheard = new Map<AssetId, StudioError>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const giveUp = (assetId: AssetId, reason: StudioError) => {
    unheard.set(assetId, reason);
    changed();
  };
  return {
    async cached(assetId) {
      const asset = (await tools.assets.lookup([assetId])).get(assetId);
      return asset ? await tools.grids.get(asset.hash) : null;
    },
    async analyse(assetId, options) {
      const reason = unheard.get(assetId);
      if (reason) throw reason;
      try {
        return await listening.join(assetId, options);
      } catch (error) {
        if (isLasting(error) && !unheard.has(assetId)) giveUp(assetId, error);
        throw error;
      }
    },
    cancel(assetId) {
      listening.cancel(assetId);
      giveUp(assetId, new StudioError('cancelled', 'Listening to this track was cancelled.'));
    },
    allow(assetId) {
      if (unheard.delete(assetId)) changed();
    },
    unheard: (assetId) => unheard.get(assetId) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** True for what would happen again. One who leaves cancels for himself alone. */
function isLasting(error: unknown): error is StudioError {
  return error instanceof StudioError && error.code !== 'cancelled' && error.code !== 'not-found';
}

async function listen(
  { assets, grids, client }: BeatAnalysisTools,
  assetId: AssetId,
  signal: AbortSignal,
  onProgress: (progress: BeatAnalysisProgress) => void,
): Promise<BeatGrid> {
  const asset = (await assets.lookup([assetId])).get(assetId);
  if (!asset) throw new StudioError('not-found', 'This track is no longer in the library. Add it again.');
  const known = await grids.get(asset.hash);
  if (known) return known;
  const bytes = await assets.file(assetId);
  const source = { assetId, name: asset.name, mimeType: asset.mimeType, bytes };
  const grid = await client.analyse({ source, onProgress, signal });
  await grids.put(asset.hash, grid);
  return grid;
}
