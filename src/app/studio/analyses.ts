import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';

/** Where clips are worth seeing: found once after their import, in the background. */
export interface HighlightAnalysis {
  /** Of those clips that have been looked through. May be used in `useLiveQuery`. */
  cached(assetIds: readonly AssetId[]): Promise<ReadonlyMap<AssetId, HighlightCurve>>;
  /**
   * Looks through a clip, or answers what is known. Others who wait for the same clip are not disturbed by a cancel.
   * @throws StudioError `decoder-failed`, `not-found`, `cancelled`.
   */
  analyse(assetId: AssetId, options?: HighlightOptions): Promise<HighlightCurve>;
}

export interface HighlightOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Listens to music. */
export interface BeatAnalysis {
  /** What was found earlier; null where nobody has listened yet. May be used in `useLiveQuery`. */
  cached(assetId: AssetId): Promise<BeatGrid | null>;
  /**
   * Finds the beats of a track or of a clip's sound, once for all who ask. Who cancels leaves; the last one ends it.
   * @throws StudioError `not-found`, `cancelled`, `file-damaged`, `worker-crashed`; at once what `unheard` says.
   */
  analyse(assetId: AssetId, options?: AnalysisOptions): Promise<BeatGrid>;
  /**
   * Ends the listening for everyone who waits, and keeps it from beginning again in this session until `allow`. Plans are
   * made as for music without a pulse meanwhile.
   */
  cancel(assetId: AssetId): void;
  allow(assetId: AssetId): void;
  /** Why nobody listens to a track in this session: `cancelled`, or what listening failed with; null where it may be done. */
  unheard(assetId: AssetId): StudioError | null;
  /** Called when `unheard` changes for any track. For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
}

export interface AnalysisOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BeatAnalysisProgress) => void;
}

export interface BeatAnalysisProgress {
  readonly stage: 'decoding' | 'listening';
  /** 0 to 1, of the whole analysis. */
  readonly fraction: number;
}
