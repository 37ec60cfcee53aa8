import type { AssetId } from '../media/asset.ts';
import type { AudioSettings } from '../render/settings.ts';
import { type AudioClip, clipsOf, type Timeline } from '../timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '../units.ts';
import { fromDecibels } from './decibels.ts';
import { duckingEnvelope, duckingRamp, type GainEnvelope, type SampleSpan } from './gain-envelope.ts';

/** The sound of a whole video, in samples at `sampleRate`. */
export interface SoundtrackPlan {
  /** In hertz. */
  readonly sampleRate: number;
  /** Exactly as long as the pictures, to the nearest sample. */
  readonly totalSamples: number;
  /** Added up; none is silence. */
  readonly sounds: readonly SoundPlan[];
}

/** One clip of the timeline as sound. */
export interface SoundPlan extends SampleSpan {
  readonly assetId: AssetId;
  /** Source seconds per second. The pitch follows, as on a tape. */
  readonly speed: number;
  /** What of the source is heard when, in order, without overlap: one, or one for each round of a loop. */
  readonly pieces: readonly SoundPiece[];
  /** Factor of the amplitude. */
  readonly gain: number;
  readonly ducking: GainEnvelope;
  readonly fadeInSamples: number;
  /** Ends with the clip, also where its source has ended before. */
  readonly fadeOutSamples: number;
}

export interface SoundPiece extends SampleSpan {
  /** Time of the source at `start`, in seconds. */
  readonly sourceSeconds: number;
  /** Fades that keep a cut into the middle of a sound from clicking. */
  readonly fadeInSamples: number;
  readonly fadeOutSamples: number;
}

/** Enough to keep any wave from being cut off, too short to be heard as a fade. */
const EDGE_SECONDS = 0.006;
/** Rounds of a loop are at least so long: what is shorter is a buzz, and stops instead. */
const SHORTEST_ROUND_SECONDS = 0.1;
export function planSoundtrack(timeline: Timeline, { sampleRate }: AudioSettings): SoundtrackPlan {
  const toSamples = (frame: number) => samplesUntilFrame(frame, timeline.frameRate, sampleRate);
  const placed = clipsOf(timeline, 'audio').map((clip) => {
    const span = { start: toSamples(clip.start), end: toSamples(clip.start + clip.durationFrames) };
    return { clip, span, pieces: piecesOf(clip, span, sampleRate) };
  });
  return {
    sampleRate,
    totalSamples: toSamples(timeline.durationFrames),
    sounds: placed.map(({ clip, span, pieces }) => ({
      ...span,
      assetId: clip.assetId,
      speed: clip.playback.speed,
      pieces,
      gain: fromDecibels(clip.gainDb),
      ducking: duckingEnvelope(
        placed.filter((other) => other.clip.role !== clip.role).flatMap((other) => other.pieces),
        duckingRamp(clip.duckDb, sampleRate),
      ),
      fadeInSamples: Math.round(clip.fadeInSeconds * sampleRate),
      fadeOutSamples: Math.round(clip.fadeOutSeconds * sampleRate),
    })),
  };
}

/** Samples before a frame begins. */
export function samplesUntilFrame(frame: number, rate: FrameRate, sampleRate: number): number {
  return Math.round(frameToSeconds(frame, rate) * sampleRate);
}

/** The rounds of a clip's source, up to the clip's end. */
function piecesOf({ role, playback }: AudioClip, span: SampleSpan, sampleRate: number): SoundPiece[] {
  const { startSeconds, endSeconds, loopStartSeconds, atEnd, speed } = playback;
  const edge = Math.round(EDGE_SECONDS * sampleRate);
  const loops = atEnd === 'loop' && endSeconds - loopStartSeconds >= SHORTEST_ROUND_SECONDS * speed;
  const pieces: SoundPiece[] = [];
  /** Seconds of the clip that are filled. */
  let filled = 0;
  for (let source = startSeconds as number; speed > 0 && source < endSeconds; source = loopStartSeconds) {
    const start = span.start + Math.round(filled * sampleRate);
    if (start >= span.end) break;
    filled += (endSeconds - source) / speed;
    const ownEnd = span.start + Math.round(filled * sampleRate);
    const end = Math.min(ownEnd, span.end);
    // A track or a voice begins and ends as its maker wanted, a clip's sound where the camera was switched on and off.
    const whole = role !== 'clip';
    const begins = whole && pieces.length === 0 && source === 0;
    const ends = whole && !loops && end === ownEnd;
    pieces.push({
      start,
      end,
      sourceSeconds: source,
      fadeInSamples: begins ? 0 : edge,
      fadeOutSamples: ends ? 0 : edge,
    });
    if (!loops) break;
  }
  return pieces;
}
