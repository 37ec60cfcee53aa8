import type { AssetId, MediaAsset } from '#core/media/asset.ts';
import { useObjectUrl, useObjectUrls } from '../parts/object-url.ts';
import { useEditor } from './editor.tsx';
import { useStored } from './stored.ts';

/** Stored media as the screen needs it. Each hook answers undefined while it looks. */

export function useAsset(id: AssetId | undefined): MediaAsset | undefined {
  const { studio } = useEditor();
  const lookup = useStored(() => studio.assets.lookup(id === undefined ? [] : [id]), [studio, id]);
  return id === undefined ? undefined : lookup?.get(id);
}

/** A small picture of an asset; undefined while it loads, null where there is none. */
export function useThumbnailBlob(id: AssetId | undefined): Blob | null | undefined {
  const { studio } = useEditor();
  return useStored(() => (id === undefined ? null : studio.assets.thumbnail(id)), [studio, id]);
}

/** Address of a small picture of an asset; undefined while it loads and where there is none. */
export function useThumbnail(id: AssetId | undefined): string | undefined {
  return useObjectUrl(useThumbnailBlob(id));
}

export function usePeaks(id: AssetId | undefined): Float32Array | null {
  const { studio } = useEditor();
  return useStored(() => (id === undefined ? null : studio.assets.peaks(id)), [studio, id]) ?? null;
}

/** Address of what is played of an asset; undefined while it loads and where it is gone. */
export function usePlayable(id: AssetId): string | undefined {
  const { studio } = useEditor();
  return useObjectUrl(useStored(() => studio.assets.playable(id), [studio, id]));
}

/** Addresses of the small pictures of a clip, in order; empty for all else and while they load. */
export function useFilmstrip(id: AssetId | undefined): readonly string[] {
  const { studio } = useEditor();
  const blobs = useStored(() => (id === undefined ? [] : studio.assets.filmstrip(id)), [studio, id]);
  return useObjectUrls(blobs);
}
