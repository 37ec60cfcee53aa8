import { stripPictureAt } from '#core/media/clip-stills.ts';
import { sourceTimeAt } from '#core/timeline/playback.ts';
import type { ContentClip } from '#core/timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '#core/units.ts';
import { useAsset, useFilmstrip, useThumbnail } from '../state/media.ts';

/** Width of one picture of a filmstrip, in CSS pixels. */
const PICTURE_WIDTH = 44;

/** What a shot shows, over its time: a photo again and again, a clip by pictures of its own. */
export function Film({ clip, rate, width }: { clip: ContentClip; rate: FrameRate; width: number }) {
  const strip = useFilmstrip(clip.kind === 'video' ? clip.assetId : undefined);
  const thumbnail = useThumbnail(clip.assetId);
  const asset = useAsset(clip.assetId);
  const count = Math.max(1, Math.ceil(width / PICTURE_WIDTH));
  const pictures = Array.from({ length: count }, (_, index) => {
    if (clip.kind === 'image' || strip.length === 0 || asset?.facts.kind !== 'video') return thumbnail;
    const elapsed = frameToSeconds((clip.durationFrames * (index + 0.5)) / count, rate);
    const share = sourceTimeAt(clip.playback, elapsed) / asset.facts.durationSeconds;
    return strip[stripPictureAt(share, strip.length)];
  });
  return (
    <span aria-hidden className="pointer-events-none absolute inset-0 flex overflow-hidden">
      {pictures.map((url, index) =>
        url === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures are told apart by their place alone.
          <span key={index} className="skeleton h-full flex-1" />
        ) : (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: pictures are told apart by their place alone.
            key={index}
            src={url}
            alt=""
            draggable={false}
            className="h-full min-w-0 flex-1 object-cover"
            style={{ objectPosition: `${clip.focus.x * 100}% ${clip.focus.y * 100}%` }}
          />
        ),
      )}
    </span>
  );
}
