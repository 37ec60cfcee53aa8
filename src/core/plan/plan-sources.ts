import type { BeatGrid } from '../beats/beat-grid.ts';
import type { AssetId, MediaAsset } from '../media/asset.ts';
import type { HighlightCurve } from '../media/highlights.ts';

export type AssetLookup = ReadonlyMap<AssetId, MediaAsset>;

/** What a plan is made from, besides the project itself: what is known of its files. */
export interface PlanSources {
  readonly assets: AssetLookup;
  /** Of the project's music, as it was found; null where there is no music, or nobody has listened to it yet. */
  readonly beats: BeatGrid | null;
  /** Where clips are worth seeing, for those that have been looked at. */
  readonly highlights: ReadonlyMap<AssetId, HighlightCurve>;
}

/** Files of which no more is known than what the import found. */
export function plainSources(assets: AssetLookup): PlanSources {
  return { assets, beats: null, highlights: new Map() };
}
