import type { BeatsClient } from '#clients/beats-client.ts';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { BeatGridStore } from '#storage/beat-grid-store.ts';
import type { AnalysisOptions, AssetLibrary, BeatAnalysis, BeatAnalysisProgress } from '../studio.ts';

export interface BeatAnalysisTools {
  readonly assets: Pick<AssetLibrary, 'lookup' | 'file'>;
  readonly grids: Pick<BeatGridStore, 'get' | 'put'>;
  readonly client: Pick<BeatsClient, 'analyse'>;
}

/** An analysis that is under way, for everyone who asked for it. */
interface Listening {
  readonly grid: Promise<BeatGrid>;
  readonly cancel: AbortController;
  readonly watchers: Set<(progress: BeatAnalysisProgress) => void>;
  /** How many still want the answer. */
  wanted: number;
}

/** Finds the beats of tracks, each once, however many ask at the same time. */
export function createBeatAnalysis(tools: BeatAnalysisTools): BeatAnalysis {
  const underWay = new Map<AssetId, Listening>();
  return {
    async cached(assetId) {
      const asset = (await tools.assets.lookup([assetId])).get(assetId);
      return asset ? await tools.grids.get(asset.hash) : null;
    },
    async analyse(assetId, options = {}) {
      if (options.signal?.aborted) throw cancelled();
      const listening = underWay.get(assetId) ?? begin(tools, assetId, () => underWay.delete(assetId));
      underWay.set(assetId, listening);
      return await join(listening, options);
    },
  };
}

function begin(tools: BeatAnalysisTools, assetId: AssetId, onEnd: () => void): Listening {
  const watchers = new Set<(progress: BeatAnalysisProgress) => void>();
  const cancel = new AbortController();
  const grid = listen(tools, assetId, cancel.signal, (progress) => {
    for (const watcher of watchers) watcher(progress);
  }).finally(onEnd);
  // Whoever still waits is told; where nobody does, nobody needs to know.
  grid.catch(() => undefined);
  return { grid, cancel, watchers, wanted: 0 };
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

/** Waits with the others. Who gives up leaves; the last one to leave ends the analysis. */
async function join(listening: Listening, { signal, onProgress }: AnalysisOptions): Promise<BeatGrid> {
  listening.wanted++;
  if (onProgress) listening.watchers.add(onProgress);
  const leave = () => {
    if (onProgress) listening.watchers.delete(onProgress);
    listening.wanted--;
    if (listening.wanted === 0) listening.cancel.abort();
  };
  if (!signal) return await listening.grid.finally(leave);
  return await new Promise<BeatGrid>((resolve, reject) => {
    const giveUp = () => reject(cancelled());
    signal.addEventListener('abort', giveUp, { once: true });
    listening.grid.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  }).finally(leave);
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'Cancelled.');
}
