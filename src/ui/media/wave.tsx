import { Pause, Play } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { formatTrackLength } from '../view/format.ts';
import { t } from '../words/words.ts';

/** In CSS pixels. */
const HEIGHT = 72;

/** Steps of the keys, in seconds. */
const STEP = 1;
const LARGE_STEP = 10;

export interface WaveProps {
  /** What is heard, for those who do not see it. */
  readonly name: string;
  /** Address of the sound. */
  readonly url: string;
  /** Loudest absolute sample (0 to 1) of equal slices. */
  readonly peaks: Float32Array;
  readonly durationSeconds: number;
}

interface Player {
  seek(seconds: number): void;
  playPause(): Promise<void>;
}

/** A track as its waveform, to be played and gone through. The peaks are stored ones: nothing is decoded here but what plays. */
export function Wave({ name, url, peaks, durationSeconds }: WaveProps) {
  const box = useRef<HTMLDivElement>(null);
  const [player, setPlayer] = useState<Player | null>(null);
  const [tenths, setTenths] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const media = new Audio(url);
    const made = drawWave(box.current, media, { peaks, durationSeconds });
    // Not the event's own time: the end of a track that was left again meanwhile is told late.
    const show = () => setTenths(Math.floor(media.currentTime * 10));
    const seek = (seconds: number) => {
      media.currentTime = seconds;
      show();
    };
    media.addEventListener('timeupdate', show);
    // WaveSurfer forgets a place that was asked for while the seek before it was under way: the element is asked as well.
    made.on('interaction', seek);
    made.on('play', () => setPlaying(true));
    made.on('pause', () => setPlaying(false));
    made.on('finish', () => setPlaying(false));
    made.on('error', () => setFailed(true));
    setPlayer({ seek, playPause: () => made.playPause() });
    return () => {
      media.removeEventListener('timeupdate', show);
      setPlayer(null);
      setPlaying(false);
      setFailed(false);
      made.destroy();
      media.pause();
      media.removeAttribute('src');
      media.load();
    };
  }, [url, peaks, durationSeconds]);

  const seconds = Math.min(durationSeconds, tenths / 10);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, seconds, durationSeconds);
    if (target === null) return;
    player?.seek(Math.min(durationSeconds, Math.max(0, target)));
    event.preventDefault();
  };
  const reading = t`${formatTrackLength(Math.floor(seconds))} of ${formatTrackLength(durationSeconds)}`;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2 rounded-control border border-line bg-surface-2 p-2">
        <IconButton
          label={isPlaying ? t`Pause` : t`Play`}
          onClick={() => void player?.playPause().catch(() => setFailed(true))}
        >
          {isPlaying ? <Pause aria-hidden className="size-5" /> : <Play aria-hidden className="size-5" />}
        </IconButton>
        <div
          ref={box}
          dir="ltr"
          role="slider"
          tabIndex={0}
          aria-label={t`Place in ${name}`}
          aria-valuemin={0}
          aria-valuemax={Math.max(1, Math.round(durationSeconds))}
          aria-valuenow={Math.round(seconds)}
          aria-valuetext={reading}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 cursor-pointer rounded-thumb"
          style={{ height: HEIGHT }}
        />
      </div>
      <p className="text-end text-small text-text-muted tabular-nums">{reading}</p>
      {failed && <Notice severity="error">{t`This browser cannot play ${name}.`}</Notice>}
    </div>
  );
}

function drawWave(
  container: HTMLElement,
  media: HTMLMediaElement,
  { peaks, durationSeconds }: Pick<WaveProps, 'peaks' | 'durationSeconds'>,
): WaveSurfer {
  const style = getComputedStyle(container);
  const colour = (name: string) => style.getPropertyValue(`--color-${name}`).trim();
  return WaveSurfer.create({
    container,
    media,
    peaks: [peaks],
    duration: durationSeconds,
    height: HEIGHT,
    normalize: true,
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    barMinHeight: 1,
    waveColor: colour('text-muted'),
    progressColor: colour('gold'),
    cursorColor: colour('text'),
    cursorWidth: 2,
    dragToSeek: { debounceTime: 0 },
    hideScrollbar: true,
  });
}

/** In seconds; null for a key that means something else. */
function keyTarget(key: string, seconds: number, end: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return seconds + STEP;
    case 'ArrowLeft':
    case 'ArrowDown':
      return seconds - STEP;
    case 'PageUp':
      return seconds + LARGE_STEP;
    case 'PageDown':
      return seconds - LARGE_STEP;
    case 'Home':
      return 0;
    case 'End':
      return end;
    default:
      return null;
  }
}
