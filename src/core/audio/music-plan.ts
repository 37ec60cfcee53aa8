import type { AssetId } from '../media/asset.ts';
import { duckingEnvelope, duckingRamp, type GainEnvelope, type SampleSpan } from './gain-envelope.ts';
import type { SoundPlan, SoundtrackPlan } from './soundtrack-plan.ts';

/** How music and a video's own sound go together. */
export interface MusicLevels {
  /** Factor of the amplitude of the video's own sound, 0 to 4. */
  readonly videoGain: number;
  /** Of the music, 0 to 4. */
  readonly musicGain: number;
  /** How much quieter the music gets while something is heard in the video, in decibels; 0 leaves it as it is. */
  readonly duckDb: number;
  /** Length of the music's fade to silence at the end, in seconds. */
  readonly fadeOutSeconds: number;
}

export const DEFAULT_MUSIC_LEVELS: MusicLevels = { videoGain: 1, musicGain: 0.3, duckDb: 0, fadeOutSeconds: 2 };
/** What ducking takes where nobody says otherwise, in decibels. */
export const USUAL_DUCK_DB = 12;
export const MOST_MUSIC_GAIN = 4;

/** The sound of a video with music under it. Both mixes are as long as the video; they are added up. */
export interface MusicPlan {
  readonly own: SoundtrackPlan;
  readonly music: SoundtrackPlan;
  /** Over the music as a whole. */
  readonly ducking: GainEnvelope;
  readonly musicGain: number;
  readonly fadeOutSamples: number;
}

export interface MusicParts {
  /** In hertz. */
  readonly sampleRate: number;
  /** Of the whole video. */
  readonly totalSamples: number;
  /** Of the track, once decoded. */
  readonly trackSamples: number;
  /** Time of the video's own sound at the beginning of the new file, in seconds; null where it has none. */
  readonly ownStartSeconds: number | null;
  /** Where something is heard in the video. */
  readonly heard: readonly SampleSpan[];
  readonly levels: MusicLevels;
}

/** By what sounds are named in the plan. */
export const OWN_SOUND = 'video';
export const MUSIC_TRACK = 'track';

/** Over which one round of the track goes into the next: long enough for no wave to be cut, too short to be noticed. */
const JOINT_SECONDS = 0.05;
/** A round is at least so many joints long. */
const FEWEST_JOINTS = 4;
/** What is shorter than this is a noise, not music. */
export const SHORTEST_TRACK_SECONDS = 0.5;

export function planMusic({ levels, heard, ...parts }: MusicParts): MusicPlan {
  const { sampleRate, totalSamples, trackSamples, ownStartSeconds } = parts;
  const own = ownStartSeconds === null ? [] : [ownSound(totalSamples, ownStartSeconds, levels.videoGain)];
  return {
    own: { sampleRate, totalSamples, sounds: own },
    music: { sampleRate, totalSamples, sounds: musicRounds(trackSamples, totalSamples, sampleRate) },
    ducking: duckingEnvelope(heard, duckingRamp(levels.duckDb, sampleRate)),
    musicGain: levels.musicGain,
    fadeOutSamples: Math.round(levels.fadeOutSeconds * sampleRate),
  };
}

function ownSound(totalSamples: number, sourceSeconds: number, gain: number): SoundPlan {
  return { ...wholeSound(OWN_SOUND, totalSamples, sourceSeconds), gain };
}

/** A sound as it is, from beginning to end. @param sourceSeconds its time at the beginning. */
export function wholeSound(assetId: AssetId, totalSamples: number, sourceSeconds: number): SoundPlan {
  return sound(assetId, { start: 0, end: totalSamples }, sourceSeconds);
}

/**
 * The rounds of a track, up to the end of the video: each begins while the one before it ends, one fading in as the other
 * fades out, so that the sum of both gains is always 1.
 */
export function musicRounds(trackSamples: number, totalSamples: number, sampleRate: number): SoundPlan[] {
  const joint = Math.min(Math.round(JOINT_SECONDS * sampleRate), Math.floor(trackSamples / FEWEST_JOINTS));
  const rounds: SoundPlan[] = [];
  // A round that reaches the end of the video by itself needs no other.
  for (let start = 0; start === 0 || start + joint < totalSamples; start += trackSamples - joint) {
    const ownEnd = start + trackSamples;
    rounds.push({
      ...sound(MUSIC_TRACK, { start, end: Math.min(ownEnd, totalSamples) }, 0),
      fadeInSamples: start === 0 ? 0 : joint,
      fadeOutSamples: ownEnd < totalSamples ? joint : 0,
    });
  }
  return rounds;
}

function sound(assetId: AssetId, span: SampleSpan, sourceSeconds: number): SoundPlan {
  return {
    ...span,
    assetId,
    speed: 1,
    pieces: [{ ...span, sourceSeconds, fadeInSamples: 0, fadeOutSamples: 0 }],
    gain: 1,
    ducking: [],
    fadeInSamples: 0,
    fadeOutSamples: 0,
  };
}
