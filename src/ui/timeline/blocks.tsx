import type { AssetId } from '#core/media/asset.ts';
import type { ImageClip } from '#core/timeline/timeline.ts';
import { classNames } from '../parts/class-names.ts';
import { Waveform } from '../parts/waveform.tsx';
import { useProject, useView } from '../state/editor.tsx';
import { useAsset, usePeaks, useThumbnail } from '../state/media.ts';
import { useSelectPhoto } from '../state/selection.ts';
import { percentOfFrame } from '../view/seek.ts';

/** One photo over the time that it is on screen. */
export function PhotoBlock({
  clip,
  index,
  durationFrames,
}: {
  clip: ImageClip;
  index: number;
  durationFrames: number;
}) {
  const thumbnail = useThumbnail(clip.assetId);
  const photoId = useProject((project) => project.items[index]?.id);
  const selected = useView((view) => view.selectedPhoto !== null && view.selectedPhoto === photoId);
  const selectPhoto = useSelectPhoto();
  return (
    <button
      type="button"
      aria-label={`Photo ${index + 1} on the timeline`}
      aria-pressed={selected}
      onClick={() => photoId !== undefined && selectPhoto(photoId)}
      className={classNames(
        'absolute inset-y-0 overflow-hidden rounded-thumb border bg-surface-3 bg-repeat-x transition-colors duration-150 ease-out -outline-offset-2',
        selected ? 'border-2 border-gold' : 'border-ink hover:border-text-muted',
      )}
      style={{
        left: `${percentOfFrame(clip.start, durationFrames)}%`,
        width: `${percentOfFrame(clip.durationFrames, durationFrames)}%`,
        backgroundImage: thumbnail && `url(${thumbnail})`,
        backgroundSize: 'auto 100%',
      }}
    />
  );
}

/** The part of the song that the video uses. */
export function MusicBlock({ assetId, videoSeconds }: { assetId: AssetId; videoSeconds: number }) {
  const asset = useAsset(assetId);
  const peaks = usePeaks(assetId);
  const songSeconds = asset?.facts.kind === 'audio' ? asset.facts.durationSeconds : videoSeconds;
  const used = Math.min(1, videoSeconds / songSeconds);
  const width = Math.min(1, songSeconds / videoSeconds);
  return (
    <div
      className="absolute inset-y-0 overflow-hidden rounded-thumb bg-surface-2 ring-1 ring-line ring-inset"
      style={{ width: `${width * 100}%` }}
    >
      {peaks ? (
        <Waveform
          peaks={peaks}
          bars={240}
          fraction={used}
          className="absolute inset-0 size-full py-1 text-text-muted"
        />
      ) : (
        <div className="skeleton size-full" />
      )}
    </div>
  );
}

export function TextBlock({ text }: { text: string }) {
  return (
    <p
      dir="auto"
      className="absolute inset-0 flex items-center overflow-hidden rounded-thumb bg-surface-2 px-2 text-small ring-1 ring-line ring-inset"
    >
      <span className="truncate">{text}</span>
    </p>
  );
}
