import type { MediaAsset, MediaKind } from '../media/asset.ts';
import type { ShelvedAsset } from './find-assets.ts';

export const ASSET_ORDERS = ['date', 'name', 'size', 'duration', 'type'] as const;
export type AssetOrder = (typeof ASSET_ORDERS)[number];

export interface AssetSorting {
  readonly by: AssetOrder;
  readonly descending: boolean;
}

/** What one looks for most is what came last. */
export const NEWEST_FIRST: AssetSorting = { by: 'date', descending: true };

const KIND_RANKS: Record<MediaKind, number> = { video: 0, image: 1, audio: 2 };

/**
 * The same assets give the same order, however they came: what is equal is ordered by name, then by id. Pictures have no
 * length and stand behind all that has one, in either direction.
 */
export function sortAssets(shelved: readonly ShelvedAsset[], { by, descending }: AssetSorting): ShelvedAsset[] {
  // `numeric`: IMG_9 comes before IMG_10. One collator: making one for each comparison takes a hundred times as long.
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const byName = (a: MediaAsset, b: MediaAsset) => collator.compare(a.name, b.name);
  const compare = COMPARISONS[by] ?? byName;
  const sign = descending ? -1 : 1;
  return [...shelved].sort(({ asset: a }, { asset: b }) => {
    const timeless = by === 'duration' ? Number(durationOf(a) === null) - Number(durationOf(b) === null) : 0;
    return timeless || sign * compare(a, b) || byName(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id));
  });
}

type Comparison = (a: MediaAsset, b: MediaAsset) => number;

const COMPARISONS: Record<AssetOrder, Comparison | null> = {
  name: null,
  date: (a, b) => a.importedAt - b.importedAt,
  size: (a, b) => a.bytes - b.bytes,
  duration: (a, b) => (durationOf(a) ?? 0) - (durationOf(b) ?? 0),
  type: (a, b) => KIND_RANKS[a.facts.kind] - KIND_RANKS[b.facts.kind],
};

/** In seconds; null for pictures. */
export function durationOf({ facts }: MediaAsset): number | null {
  return facts.kind === 'image' ? null : facts.durationSeconds;
}
