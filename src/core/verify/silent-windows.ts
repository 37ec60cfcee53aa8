import type { SoundDigest } from './sound-digest.ts';

/** Windows that are so much quieter than the loudest are not missed, in dB. */
const AUDIBLE_RANGE_DB = 40;
/** Nor are those below this, in dB of full scale. */
const QUIETEST_DB = -65;
/** What is below this in the file is silence, in dB of full scale. */
const SILENCE_DB = -85;
/** So much less than the mix's own level, and the common gain, is missing sound: the limiter takes 14 dB at most. */
const MISSING_DB = -20;

/**
 * Where the mix is heard and the file is silent, in windows of the digests. The file's gain may be any: it is the
 * median over all windows that are heard in both.
 */
export function silentWindows(mix: SoundDigest, found: SoundDigest): number[] {
  const levels = Array.from(mix.powers, toDecibels);
  const floor = Math.max(QUIETEST_DB, Math.max(...levels) - AUDIBLE_RANGE_DB);
  const audible = levels.flatMap((level, window) => (level >= floor ? [window] : []));
  const gainIn = (window: number) => toDecibels(found.powers[window] ?? 0) - (levels[window] ?? 0);
  const isSilent = (window: number) => toDecibels(found.powers[window] ?? 0) < SILENCE_DB;
  const gain = median(audible.filter((window) => !isSilent(window)).map(gainIn));
  return audible.filter((window) => isSilent(window) || gainIn(window) < gain + MISSING_DB);
}

function toDecibels(power: number): number {
  return 10 * Math.log10(power);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
