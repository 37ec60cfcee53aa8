import { Pause, Play, Volume2, VolumeX } from 'lucide-react';
import { Slider } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../parts/icon-button.tsx';
import { usePlayback, usePreview } from '../state/preview.tsx';
import { formatClock } from '../view/format.ts';
import { framesPerSecond, stepFrame } from '../view/seek.ts';
import { t } from '../words/words.ts';
import { GuidesMenu } from './guides.tsx';

/** Play, scrub, time and sound. */
export function Transport() {
  const player = usePreview()?.player;
  const playing = usePlayback((state) => state.playing);
  const muted = usePlayback((state) => state.muted);
  return (
    // A player runs from left to right in every language.
    <fieldset dir="ltr" aria-label={t`Playback`} className="flex w-full min-w-0 items-center gap-2">
      <IconButton
        label={playing ? t`Pause` : t`Play`}
        shortcut="Space"
        onClick={() => (playing ? player?.pause() : void player?.play())}
        className="bg-surface-3 text-text hover:bg-line"
      >
        {playing ? (
          <Pause aria-hidden className="size-4 fill-current" />
        ) : (
          <Play aria-hidden className="size-4 translate-x-px fill-current" />
        )}
      </IconButton>
      <Scrubber />
      <Clock />
      <IconButton
        label={muted ? t`Turn sound on` : t`Mute`}
        aria-pressed={muted}
        onClick={() => player?.setMuted(!muted)}
      >
        {muted ? <VolumeX aria-hidden className="size-4.5" /> : <Volume2 aria-hidden className="size-4.5" />}
      </IconButton>
      <GuidesMenu />
    </fieldset>
  );
}

function Scrubber() {
  const player = usePreview()?.player;
  const frame = usePlayback((state) => state.frame);
  const duration = usePlayback((state) => state.durationFrames);
  const rate = usePlayback((state) => state.frameRate);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!direction || !event.shiftKey) return;
    event.preventDefault();
    player?.seek(stepFrame(frame, direction * framesPerSecond(rate), duration));
  };
  return (
    <Slider.Root
      dir="ltr"
      value={[Math.min(frame, Math.max(0, duration - 1))]}
      min={0}
      max={Math.max(1, duration - 1)}
      step={1}
      onValueChange={([value]) => value !== undefined && player?.seek(value)}
      onKeyDownCapture={onKeyDown}
      className="group relative mx-1 flex h-9 min-w-0 flex-1 touch-none items-center select-none max-lg:h-11"
    >
      <Slider.Track className="relative h-1 w-full rounded-full bg-line">
        <Slider.Range className="absolute h-full rounded-full bg-gold" />
      </Slider.Track>
      <Slider.Thumb
        aria-label={t`Position`}
        aria-valuetext={formatClock(frame, rate)}
        className="block size-3.5 rounded-full bg-gold ring-2 ring-ink transition-transform duration-150 ease-out hover:scale-125"
      />
    </Slider.Root>
  );
}

const DIRECTIONS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

function Clock() {
  const frame = usePlayback((state) => state.frame);
  const duration = usePlayback((state) => state.durationFrames);
  const rate = usePlayback((state) => state.frameRate);
  return (
    <p className="shrink-0 text-small tabular-nums">
      <span>{formatClock(frame, rate)}</span>
      <span className="text-text-muted"> / {formatClock(duration, rate)}</span>
    </p>
  );
}
