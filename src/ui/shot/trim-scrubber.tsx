import { Slider } from 'radix-ui';
import { partFrom } from '#core/project/edit-items.ts';
import type { MediaItem } from '#core/project/project.ts';
import { clipsOf } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { Button } from '../parts/button.tsx';
import { useFilmstrip } from '../state/media.ts';
import { useTimeline } from '../state/timeline.tsx';
import { formatSeconds } from '../view/format.ts';
import { t } from '../words/words.ts';
import { useChangeItem } from './use-change-item.ts';

/** Where in a clip its part begins: the part that plays is lit on the clip's filmstrip. */
export function TrimScrubber({ item, durationSeconds }: { item: MediaItem; durationSeconds: number }) {
  const change = useChangeItem(item.id);
  const timeline = useTimeline();
  const strip = useFilmstrip(item.assetId);
  const shot = timeline ? clipsOf(timeline, 'video').find(({ itemId }) => itemId === item.id) : undefined;
  const { playback } = item;
  const start = playback.startSeconds ?? shot?.playback.startSeconds ?? 0;
  const shown = shot && timeline ? frameToSeconds(shot.durationFrames, timeline.frameRate) * shot.playback.speed : 0;
  const percent = (seconds: number) => Math.min(100, (seconds / durationSeconds) * 100);
  const setStart = (startSeconds: number | null, burst?: string) =>
    change({ playback: partFrom(playback, startSeconds) }, burst);
  return (
    <div className="flex flex-col gap-2">
      <div dir="ltr" className="relative h-14 overflow-hidden rounded-thumb bg-surface-3">
        <span aria-hidden className="absolute inset-0 flex">
          {strip.map((url) => (
            <img key={url} src={url} alt="" draggable={false} className="h-full min-w-0 flex-1 object-cover" />
          ))}
        </span>
        <span aria-hidden className="absolute inset-y-0 left-0 bg-ink/75" style={{ width: `${percent(start)}%` }} />
        <span
          aria-hidden
          className="absolute inset-y-0 right-0 bg-ink/75"
          style={{ width: `${100 - percent(start + shown)}%` }}
        />
        <Slider.Root
          dir="ltr"
          value={[start]}
          min={0}
          max={Math.max(0.1, durationSeconds - 0.1)}
          step={0.1}
          onValueChange={([next]) => next !== undefined && setStart(next, 'start')}
          className="absolute inset-0 flex cursor-ew-resize touch-none items-center"
        >
          <Slider.Track className="h-full w-full" />
          <Slider.Thumb
            aria-label={t`Start of the part`}
            aria-valuetext={formatSeconds(start)}
            className="block h-14 w-2 rounded-full bg-text ring-2 ring-ink -outline-offset-2"
          />
        </Slider.Root>
      </div>
      <div className="flex items-center justify-between gap-2">
        <p className="text-small text-text-muted tabular-nums">
          {t`From ${formatSeconds(start)} of ${formatSeconds(durationSeconds)}`}
          {playback.startSeconds === null && t`, chosen for you`}
        </p>
        {playback.startSeconds !== null && (
          <Button size="small" tone="bare" onClick={() => setStart(null)}>
            {t`Choose for me`}
          </Button>
        )}
      </div>
    </div>
  );
}
