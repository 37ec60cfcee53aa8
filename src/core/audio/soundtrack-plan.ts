import type { AssetId } from '../media/asset.ts';
import type { AudioSettings } from '../render/settings.ts';
import { clipsOf, type Timeline } from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '../units.ts';

/** The sound of a whole video, in samples at `sampleRate`. */
export interface SoundtrackPlan {
  /** In hertz. */
  readonly sampleRate: number;
  /** Exactly as long as the pictures, to the nearest sample. */
  readonly totalSamples: number;
  /** Null for silence. */
  readonly music: MusicPlan | null;
}

export interface MusicPlan {
  readonly assetId: AssetId;
  readonly startSample: number;
  /** First sample after the music, whether or not the track is that long. */
  readonly endSample: number;
  readonly fadeOutSamples: number;
}

export function planSoundtrack(timeline: Timeline, { sampleRate }: AudioSettings): SoundtrackPlan {
  const toSamples = (frame: number) => samplesUntilFrame(frame, timeline.frameRate, sampleRate);
  const clip = clipsOf(timeline, 'audio').find(({ role }) => role === 'music');
  return {
    sampleRate,
    totalSamples: toSamples(timeline.durationFrames),
    music: clip
      ? {
          assetId: clip.assetId,
          startSample: toSamples(clip.start),
          endSample: toSamples(clip.start + clip.durationFrames),
          fadeOutSamples: Math.round(clip.fadeOutSeconds * sampleRate),
        }
      : null,
  };
}

/** Samples before a frame begins. */
export function samplesUntilFrame(frame: number, rate: FrameRate, sampleRate: number): number {
  return Math.round(frameToSeconds(frame, rate) * sampleRate);
}
