import type { AssetId } from '#core/media/asset.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { AssetLibrary } from './studio/assets.ts';

/** The assets that a timeline plays, each once. */
export function assetsOfTimeline(timeline: Timeline): AssetId[] {
  const frames = clipsOf(timeline, 'frame').flatMap(({ frame }) => (frame.kind === 'custom' ? [frame.assetId] : []));
  const overlays = clipsOf(timeline, 'overlay').flatMap(({ content }) =>
    content.kind === 'video' ? [content.assetId] : [],
  );
  const others = (['image', 'video', 'audio', 'logo'] as const).flatMap((kind) => clipsOf(timeline, kind));
  return [...new Set([...others.map((clip) => clip.assetId), ...frames, ...overlays])];
}

/** The bytes that a timeline needs, on their way to a worker. @throws StudioError `not-found`. */
export function mediaSources(assets: AssetLibrary, timeline: Timeline): Promise<MediaSource[]> {
  return Promise.all(
    assetsOfTimeline(timeline).map(async (assetId) => {
      const bytes = await assets.playable(assetId);
      return { assetId, name: bytes.name, mimeType: bytes.type, bytes };
    }),
  );
}
