import { clamp } from '../geometry.ts';
import { fromDecibels, toDecibels } from './decibels.ts';
import { TruePeakLimiter } from './limiter.ts';
import { LoudnessMeter } from './loudness.ts';
import type { StereoChunk } from './stereo.ts';
import { TruePeakMeter } from './true-peak.ts';

/**
 * Which gain brings a whole mix to the loudness that the platforms play at. Two passes over the mix at most: the first
 * measures it as it is; where its peaks would then have to be limited, which makes it quieter again, the second tries
 * several gains at once with the limiter on.
 */

/** Integrated loudness of every export, in LUFS: what the large platforms bring videos to. */
export const TARGET_LUFS = -14;
/** Loudest true peak that a listener's decoder may give, in dBTP. */
export const HIGHEST_PEAK_DBTP = -1;
/**
 * Room under it for what AAC adds to peaks, in dB: at 192 kbit/s up to 0.9 on limited music, 2 on synthetic drums. Only
 * bursts of bare noise, limited hard, came out higher.
 */
const CODEC_ROOM_DB = 2;
/** What the limiter holds peaks under. */
export const LIMITER_CEILING = fromDecibels(HIGHEST_PEAK_DBTP - CODEC_ROOM_DB);

/**
 * Quiet sound gets up to 30 dB. Between these two loudnesses (LUFS) that falls to nothing, so that a room's hiss, or
 * the rest of a codec's silence, stays as silent as it is.
 */
const MOST_GAIN_DB = 30;
const QUIETEST_RAISED_FULLY = TARGET_LUFS - MOST_GAIN_DB;
const SILENT_BELOW = -60;

/** Tried in the second pass: so much more than the first gain, in dB. */
const LIMITED_STEPS_DB = [0, 1, 2.5, 5, 9, 14] as const;
/** Where less of a step than this arrives as loudness the limiter only squeezes: the gain stays before it. */
const WORTHWHILE_SHARE = 0.1;

export interface MixLevels {
  /** In LUFS; `-Infinity` for silence. */
  readonly loudness: number;
  /** In dBTP; `-Infinity` for silence. */
  readonly truePeak: number;
}

/** First pass: what the mix is like. */
export class MixMeter {
  readonly #loudness: LoudnessMeter;
  readonly #peak = new TruePeakMeter();

  constructor(sampleRate: number) {
    this.#loudness = new LoudnessMeter(sampleRate);
  }

  push(chunk: StereoChunk): void {
    this.#loudness.push(chunk);
    this.#peak.push(chunk);
  }

  /** Call once, at the end. */
  finish(): MixLevels {
    return { loudness: this.#loudness.integrated(), truePeak: toDecibels(this.#peak.finish()) };
  }
}

/** Gain in dB that brings a mix to the target as long as nothing is limited. */
export function plainGain({ loudness }: MixLevels): number {
  const share = clamp((loudness - SILENT_BELOW) / (QUIETEST_RAISED_FULLY - SILENT_BELOW), 0, 1);
  return Math.min(TARGET_LUFS - loudness, MOST_GAIN_DB * share);
}

/** True where a gain (in dB) would raise the mix above the limiter's ceiling. */
export function needsLimiter({ truePeak }: MixLevels, gain: number): boolean {
  return fromDecibels(truePeak + gain) > LIMITER_CEILING;
}

/** Second pass: how loud the mix comes out of the limiter at each of several gains. */
export class LimitedGainSearch {
  readonly #tries: readonly { gain: number; limiter: TruePeakLimiter; meter: LoudnessMeter }[];
  readonly #target: number;

  /** @param gain the plain one, in dB. */
  constructor(sampleRate: number, levels: MixLevels, gain: number) {
    this.#target = levels.loudness + gain;
    this.#tries = LIMITED_STEPS_DB.map((step) => ({
      gain: gain + step,
      limiter: new TruePeakLimiter(sampleRate, fromDecibels(gain + step), LIMITER_CEILING),
      meter: new LoudnessMeter(sampleRate),
    }));
  }

  push(chunk: StereoChunk): void {
    for (const { limiter, meter } of this.#tries) meter.push(limiter.push(chunk));
  }

  /** The gain in dB. Call once, at the end. */
  finish(): number {
    const points = this.#tries.map(({ gain, limiter, meter }) => {
      meter.push(limiter.finish());
      return { gain, loudness: meter.integrated() };
    });
    return gainReaching(this.#target, points);
  }
}

export interface GainPoint {
  /** In dB. */
  readonly gain: number;
  /** Of what comes out, in LUFS. */
  readonly loudness: number;
}

/** Gain at which a rising row of measurements reaches the target, or the last that was worth its limiting. */
export function gainReaching(target: number, points: readonly GainPoint[]): number {
  let best = points[0]?.gain ?? 0;
  for (const [index, point] of points.slice(1).entries()) {
    const before = points[index] as GainPoint;
    if (before.loudness >= target) break;
    const risen = point.loudness - before.loudness;
    const step = point.gain - before.gain;
    if (risen < WORTHWHILE_SHARE * step) break;
    best = before.gain + Math.min(1, (target - before.loudness) / risen) * step;
  }
  return best;
}
