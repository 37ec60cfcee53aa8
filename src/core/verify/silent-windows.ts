import type { SoundDigest } from './sound-digest.ts';

/** Windows that are so much quieter than the loudest are not missed, in dB. */
const AUDIBLE_RANGE_DB = 40;
/** Nor are those below this, in dB of full scale. */
const QUIETEST_DB = -65;
/** What is below this in the file is silence, in dB of full scale. */
const SILENCE_DB = -85;
/** So much less than is expected is missing sound. */
const MISSING_DB = -20;

/**
 * Where the mix is heard and the file is silent, in windows of the digests. The file's gain may be any: it is the
 * median over all windows that are heard in both. No window is expected to be louder than the file's loudest: the
 * limiter takes clicks over quiet sound down by as much as that sound was raised.
 */
export function silentWindows(mix: SoundDigest, found: SoundDigest): number[] {
  const levels = Array.from(mix.powers, toDecibels);
  const floor = Math.max(QUIETEST_DB, Math.max(...levels) - AUDIBLE_RANGE_DB);
  const audible = levels.flatMap((level, window) => (level >= floor ? [window] : []));
  const foundAt = (window: number) => toDecibels(found.powers[window] ?? 0);
  const gainIn = (window: number) => foundAt(window) - (levels[window] ?? 0);
  const isSilent = (window: number) => foundAt(window) < SILENCE_DB;
  const gain = median(audible.filter((window) => !isSilent(window)).map(gainIn));
  const loudest = Math.max(...audible.map(foundAt));
  const expectedAt = (window: number) => Math.min((levels[window] ?? 0) + gain, loudest);
  return audible.filter((window) => isSilent(window) || foundAt(window) < expectedAt(window) + MISSING_DB);
}

function toDecibels(power: number): number {
  return 10 * Math.log10(power);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
