import { FRAME_RATE } from './rhythm-features.ts';

/** What the planner and the timeline are told beside the beats. */

/** Strength from which a rise counts as an onset. */
const ONSET_THRESHOLD = 1;
/** Two onsets are at least this far apart, in frames. */
const ONSET_GAP = 0.06 * FRAME_RATE;
/** Levels below this share of the usual are silence. */
const SILENT_SHARE = 0.04;
/** Silence around the music is not cut off to the frame, in frames. */
const MARGIN = 0.1 * FRAME_RATE;
/** Difference of levels (natural logarithm of magnitudes) below which music is as loud everywhere. */
const FLAT_LEVELS = 0.15;

/** Where something begins, in seconds. */
export function onsetTimes(strength: Float32Array): number[] {
  const times: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < strength.length; n++) {
    const value = strength[n] as number;
    const isTop = value > (strength[n - 1] ?? 0) && value >= (strength[n + 1] ?? 0);
    if (!isTop || value < ONSET_THRESHOLD || n - last < ONSET_GAP) continue;
    times.push(n / FRAME_RATE);
    last = n;
  }
  return times;
}

/** From the first to the last sound, in frames: no beats in the silence before and after the music. */
export function soundingSpan(level: Float32Array): { from: number; to: number } {
  const usual = percentile(level, 0.5);
  const sounds = (value: number) => value > SILENT_SHARE * usual;
  const first = level.findIndex(sounds);
  const last = level.findLastIndex(sounds);
  return first < 0 ? { from: 0, to: 0 } : { from: first - MARGIN, to: last + MARGIN };
}

/** Energy from each beat to the next, 0 (the quietest) to 1 (the loudest passages of this piece). */
export function beatEnergies(level: Float32Array, beats: readonly number[]): number[] {
  const levels = beats.map((beat, n) => {
    const end = beats[n + 1] ?? beat + (beat - (beats[n - 1] ?? beat - FRAME_RATE / 2));
    const span = level.subarray(Math.max(0, Math.round(beat)), Math.max(1, Math.round(end)));
    return span.reduce((sum, value) => sum + value, 0) / Math.max(1, span.length);
  });
  const [low, high] = [percentile(levels, 0.05), percentile(levels, 0.95)];
  if (high - low < FLAT_LEVELS) return levels.map(() => 0.5);
  return levels.map((value) => Math.max(0, Math.min(1, (value - low) / (high - low))));
}

function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
