import { useCallback, useMemo } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { placeCues, type SoundRun, soundRuns, soundTimeAt, videoTimeOf } from '#core/plan/plan-captions.ts';
import type { CueRef } from '#core/project/captions.ts';
import { frameToSeconds } from '#core/units.ts';
import { useProject } from '../state/editor.tsx';
import { usePlayback, usePreview } from '../state/preview.tsx';
import { useTimeline } from '../state/timeline.tsx';

/** Where captions are in the video. All times in seconds. */
export interface CaptionTimes {
  /** When a moment of a sound is first on; null where it is not in the video. */
  videoTime(assetId: AssetId | null, time: number): number | null;
  /** When a caption first comes on; null where the video does not show it. */
  cueTime(ref: CueRef): number | null;
  /** The time of a sound at the playhead; null where it is not on. */
  soundTimeAtPlayhead(assetId: AssetId | null): number | null;
  seek(videoTime: number): void;
  readonly videoSeconds: number;
}

const NO_RUNS: readonly SoundRun[] = [];

export function useCaptionTimes(): CaptionTimes {
  const timeline = useTimeline();
  const player = usePreview()?.player;
  const placed = usePlacedCues();
  return useMemo(() => {
    const runs = timeline ? soundRuns(timeline) : NO_RUNS;
    const starts = new Map<string, number>();
    for (const { assetId, cueId, cue } of placed) {
      const key = cueKey({ assetId, cueId });
      starts.set(key, Math.min(cue.start, starts.get(key) ?? Number.POSITIVE_INFINITY));
    }
    return {
      videoSeconds: timeline ? frameToSeconds(timeline.durationFrames, timeline.frameRate) : 0,
      videoTime: (assetId, time) => videoTimeOf(runs, assetId, time),
      cueTime: (ref) => starts.get(cueKey(ref)) ?? null,
      soundTimeAtPlayhead(assetId) {
        const { frame, frameRate } = player?.snapshot() ?? { frame: 0, frameRate: { numerator: 1, denominator: 1 } };
        return soundTimeAt(runs, assetId, frameToSeconds(frame, frameRate));
      },
      seek(videoTime) {
        if (!player) return;
        const { numerator, denominator } = player.snapshot().frameRate;
        // The first frame in which it is on, not the one before.
        player.seek(Math.ceil((videoTime * numerator) / denominator - 1e-6));
      },
    };
  }, [timeline, player, placed]);
}

/** The caption that is on at the playhead, as `cueKey` names it; empty for none. */
export function useCueAtPlayhead(): string {
  const placed = usePlacedCues();
  const select = useCallback((time: number) => placed.find(({ cue }) => time >= cue.start && time < cue.end), [placed]);
  return usePlayback(({ frame, frameRate }) => {
    const on = select(frameToSeconds(frame, frameRate));
    return on ? cueKey(on) : '';
  });
}

export function cueKey({ assetId, cueId }: CueRef): string {
  return `${assetId ?? ''}/${cueId}`;
}

function usePlacedCues() {
  const captions = useProject((project) => project.captions);
  const timeline = useTimeline();
  return useMemo(() => (timeline ? placeCues(captions, soundRuns(timeline)) : []), [captions, timeline]);
}
