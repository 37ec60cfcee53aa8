import type { AssetId } from '#core/media/asset.ts';

/** Clips in little, that move: made when they are first wanted, and kept. */
export interface ClipAnimations {
  /**
   * A WebP of 2.4 s at most that is shown twice; null where this browser cannot make one. Who cancels leaves; the
   * last one ends it.
   * @throws StudioError `not-found` for all but clips; `decoder-failed`, `worker-crashed`, `cancelled`, `disk-full`.
   */
  animation(id: AssetId, options?: { readonly signal?: AbortSignal }): Promise<Blob | null>;
}
