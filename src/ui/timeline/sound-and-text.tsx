import { useMemo } from 'react';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { AssetId } from '#core/media/asset.ts';
import { hasSteadyBeats } from '#core/plan/cut-points.ts';
import { Waveform } from '../parts/waveform.tsx';
import { withoutBeats } from '../sound/beat-words.ts';
import { useUnheard } from '../state/beat-analysis.ts';
import { useAsset, usePeaks } from '../state/media.ts';
import { useBeats } from '../state/timeline.tsx';
import { percentOfFrame } from '../view/seek.ts';

/** The part of the song that the video uses, and its beats. */
export function MusicBlock({ assetId, videoSeconds }: { assetId: AssetId; videoSeconds: number }) {
  const asset = useAsset(assetId);
  const peaks = usePeaks(assetId);
  const beats = useBeats();
  const songSeconds = asset?.facts.kind === 'audio' ? asset.facts.durationSeconds : videoSeconds;
  const used = Math.min(1, videoSeconds / songSeconds);
  const width = Math.min(1, songSeconds / videoSeconds);
  return (
    <>
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
      {beats && hasSteadyBeats(beats) && <BeatTicks beats={beats} videoSeconds={videoSeconds} />}
    </>
  );
}

/** One path for all: a song has hundreds of beats. Downbeats are taller. */
function BeatTicks({ beats, videoSeconds }: { beats: BeatGrid; videoSeconds: number }) {
  const path = useMemo(() => {
    const downbeats = new Set(beats.downbeats);
    return beats.beats
      .filter((time) => time < videoSeconds)
      .map((time) => `M${percentOfFrame(time, videoSeconds).toFixed(3)} 100V${downbeats.has(time) ? 40 : 75}`)
      .join('');
  }, [beats, videoSeconds]);
  return (
    <svg
      aria-hidden
      data-beats={beats.beats.length}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full text-text"
    >
      <path d={path} stroke="currentColor" vectorEffect="non-scaling-stroke" fill="none" />
    </svg>
  );
}

/** On a phone the panels that say it are closed: why the cuts lie where they do, at the left end of what is in sight. */
export function NoBeatsNote({ assetId }: { assetId: AssetId }) {
  const beats = useBeats();
  const unheard = useUnheard(assetId);
  if (!beats || hasSteadyBeats(beats)) return null;
  return (
    <p className="pointer-events-none sticky left-0 flex h-full w-fit items-center px-2">
      <span className="rounded-[4px] bg-ink/80 px-1.5 text-small">{withoutBeats(unheard)}</span>
    </p>
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
