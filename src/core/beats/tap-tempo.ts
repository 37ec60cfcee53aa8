import { FASTEST_TEMPO, SLOWEST_TEMPO } from './beat-grid.ts';

/** Taps that give a tempo worth showing. */
const FEWEST_TAPS = 4;
/** A longer silence begins a new count, in milliseconds: slower than any tempo that counts. */
const PAUSE_MS = 2000;
/** Share by which an interval may differ from the middle one; others are a missed or a doubled tap. */
const STRAY = 0.3;

/**
 * The tempo of taps, in beats per minute, in the range of music; null where there are too few, or no common tempo.
 * @param timesMs when each tap came, in milliseconds of any clock, in order.
 */
export function tempoOfTaps(timesMs: readonly number[]): number | null {
  const last = timesMs.findLastIndex((time, index) => index > 0 && time - (timesMs[index - 1] as number) > PAUSE_MS);
  const counted = timesMs.slice(Math.max(0, last));
  if (counted.length < FEWEST_TAPS) return null;
  const intervals = counted.slice(1).map((time, index) => time - (counted[index] as number));
  const sorted = [...intervals].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] as number;
  const near = intervals.filter((interval) => Math.abs(interval - middle) <= STRAY * middle);
  if (near.length < FEWEST_TAPS - 1) return null;
  const tempo = (60_000 * near.length) / near.reduce((sum, interval) => sum + interval, 0);
  return tempo >= SLOWEST_TEMPO && tempo <= FASTEST_TEMPO ? tempo : null;
}
