import type { AssetId } from '#core/media/asset.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { AssetLibrary } from './studio/assets.ts';
import type { Fonts } from './studio/fonts.ts';

/** The assets that a timeline plays, each once. */
export function assetsOfTimeline(timeline: Timeline): AssetId[] {
  const frames = clipsOf(timeline, 'frame').flatMap(({ frame }) => (frame.kind === 'custom' ? [frame.assetId] : []));
  const overlays = clipsOf(timeline, 'overlay').flatMap(({ content }) =>
    content.kind === 'video' ? [content.assetId] : [],
  );
  const others = (['image', 'video', 'audio', 'logo'] as const).flatMap((kind) => clipsOf(timeline, kind));
  return [...new Set([...others.map((clip) => clip.assetId), ...frames, ...overlays])];
}

/**
 * The bytes that a timeline needs, on their way to a worker: its assets by id, and its own fonts by hash, as far as they
 * are there.
 * @throws StudioError `not-found` for an asset.
 */
export async function mediaSources(
  { assets, fonts }: { readonly assets: AssetLibrary; readonly fonts: Pick<Fonts, 'file'> },
  timeline: Timeline,
): Promise<MediaSource[]> {
  const own = new Set(clipsOf(timeline, 'text').flatMap(({ font }) => (font === null ? [] : [font])));
  const sources = await Promise.all([
    ...assetsOfTimeline(timeline).map(async (id) => sourceOf(id, await assets.playable(id))),
    ...[...own].map(async (hash) => sourceOf(hash, await fonts.file(hash))),
  ]);
  return sources.flat();
}

function sourceOf(assetId: string, bytes: File | null): MediaSource[] {
  return bytes ? [{ assetId, name: bytes.name, mimeType: bytes.type, bytes }] : [];
}
