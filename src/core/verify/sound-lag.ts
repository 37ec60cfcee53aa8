import { transform } from './complex-fft.ts';
import type { SoundDigest } from './sound-digest.ts';

/** About two seconds: a few beats of any music. Three such windows are enough to agree. */
const WINDOW_VALUES = 8192;
const WINDOWS = 3;
/** Twice the window, so that the end of one does not meet the beginning of the other. */
const TRANSFORM_VALUES = 2 * WINDOW_VALUES;
/** A quarter of a second to both sides. */
const MOST_LAG = 1000;
/** Tones repeat: of lags that fit about as well the smallest is meant. */
const AS_GOOD = 0.98;
/** About 40 ms: a few waves of a bass, and short beside the time in which a limiter lets go. */
const SPAN_VALUES = 160;
/** Frequencies that hold less than this share of the mean count for less: there may be nothing but rounding in them. */
const FAINT_SHARE = 0.01;
/** Quieter windows are not listened to, as mean square. */
const QUIETEST_POWER = 10 ** -6.5;

export interface SoundLag {
  /** In values of the digest: how much later the file's sound comes than the mix. */
  readonly lag: number;
  /** How alike both are there, whatever the gain, 0 to 1. */
  readonly likeness: number;
}

/**
 * How far a file's sound lies beside the mix, where the mix is loudest; null without sound. Generalised
 * cross-correlation with phase transform (Knapp and Carter, 1976): every frequency counts alike, so that a loud steady
 * tone, which fits at many lags, does not outweigh all else.
 */
export function findLag(mix: SoundDigest, found: SoundDigest): SoundLag | null {
  const starts = loudestWindows(mix.slow);
  if (starts.length === 0) return null;
  const curve = new Float64Array(2 * MOST_LAG + 1);
  for (const start of starts) addCorrelation(curve, mix.slow, found.slow, start);
  const lag = bestLag(curve);
  const likenesses = starts.map((start) => likenessAt(lag, mix.slow, found.slow, start));
  return { lag, likeness: likenesses.reduce((sum, likeness) => sum + likeness, 0) / starts.length };
}

/** Where the loudest windows begin that do not overlap. */
function loudestWindows(values: Float32Array): number[] {
  const count = Math.max(1, Math.floor(values.length / WINDOW_VALUES));
  return Array.from({ length: count }, (_, index) => index * WINDOW_VALUES)
    .map((start) => ({ start, energy: energyOf(values, start, start + WINDOW_VALUES) }))
    .filter(({ energy }) => energy > QUIETEST_POWER * Math.min(values.length, WINDOW_VALUES))
    .sort((a, b) => b.energy - a.energy)
    .slice(0, WINDOWS)
    .map(({ start }) => start);
}

function addCorrelation(curve: Float64Array, mix: Float32Array, found: Float32Array, start: number): void {
  // Both are real: one transform does for the two, one as its real and one as its imaginary part.
  const re = windowed(mix, start);
  const im = windowed(found, start);
  transform(re, im);
  const [crossRe, crossIm] = crossSpectrum(re, im);
  whiten(crossRe, crossIm);
  // The inverse transform is the transform of the conjugate: lags come out turned round, which is put right below.
  transform(crossRe, crossIm);
  for (let index = 0; index < curve.length; index++) {
    const lag = index - MOST_LAG;
    const at = (TRANSFORM_VALUES - lag) % TRANSFORM_VALUES;
    curve[index] = (curve[index] as number) + (crossRe[at] as number);
  }
}

/** Under a Hann window, in the first half of the transform's room. */
function windowed(values: Float32Array, start: number): Float64Array {
  const length = Math.min(WINDOW_VALUES, values.length - start);
  const part = new Float64Array(TRANSFORM_VALUES);
  for (let n = 0; n < length; n++) {
    part[n] = (values[start + n] as number) * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length));
  }
  return part;
}

/** The conjugate of the first signal's spectrum times the second's, out of the transform of both as one. */
function crossSpectrum(re: Float64Array, im: Float64Array): [Float64Array, Float64Array] {
  const size = re.length;
  const [crossRe, crossIm] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k < size; k++) {
    const mirror = (size - k) % size;
    const firstRe = ((re[k] as number) + (re[mirror] as number)) / 2;
    const firstIm = ((im[k] as number) - (im[mirror] as number)) / 2;
    const secondRe = ((im[k] as number) + (im[mirror] as number)) / 2;
    const secondIm = ((re[mirror] as number) - (re[k] as number)) / 2;
    crossRe[k] = firstRe * secondRe + firstIm * secondIm;
    crossIm[k] = firstRe * secondIm - firstIm * secondRe;
  }
  return [crossRe, crossIm];
}

/** Leaves of each frequency its phase alone, where it is more than faint. */
function whiten(re: Float64Array, im: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < re.length; k++) sum += Math.hypot(re[k] as number, im[k] as number);
  if (sum === 0) return;
  const faint = (FAINT_SHARE * sum) / re.length;
  for (let k = 0; k < re.length; k++) {
    const factor = 1 / (Math.hypot(re[k] as number, im[k] as number) + faint);
    re[k] = (re[k] as number) * factor;
    im[k] = (im[k] as number) * factor;
  }
}

/** The smallest lag among those that fit as well as the best. */
function bestLag(curve: Float64Array): number {
  const best = curve.reduce((most, value) => Math.max(most, value), 0);
  const good = Array.from(curve, (value, index) => (value >= AS_GOOD * best ? index - MOST_LAG : null));
  return good.reduce<number>(
    (nearest, lag) => (lag !== null && Math.abs(lag) < Math.abs(nearest) ? lag : nearest),
    best > 0 ? Number.POSITIVE_INFINITY : 0,
  );
}

/**
 * Normalised correlation at one lag, span by span, each counting by its level in the mix. The file's gain changes: a
 * limiter holds clicks down by as much as it lets a quiet tone between them rise, and over a longer time that looks like
 * another sound.
 */
function likenessAt(lag: number, mix: Float32Array, found: Float32Array, start: number): number {
  const from = Math.max(start, -lag);
  const to = Math.min(start + WINDOW_VALUES, mix.length, found.length - lag);
  let sum = 0;
  let levels = 0;
  for (let span = from; span < to; span += SPAN_VALUES) {
    const end = Math.min(to, span + SPAN_VALUES);
    const level = Math.sqrt(energyOf(mix, span, end));
    sum += level * correlation(mix, found, span, end, lag);
    levels += level;
  }
  return levels > 0 ? Math.max(0, sum / levels) : 0;
}

/** From -1 to 1; 0 where one of them is silent. */
function correlation(mix: Float32Array, found: Float32Array, from: number, to: number, lag: number): number {
  let sum = 0;
  for (let n = from; n < to; n++) sum += (mix[n] as number) * (found[n + lag] as number);
  const energies = energyOf(mix, from, to) * energyOf(found, from + lag, to + lag);
  return energies > 0 ? sum / Math.sqrt(energies) : 0;
}

function energyOf(values: Float32Array, start: number, end: number): number {
  let sum = 0;
  for (let n = Math.max(0, start); n < Math.min(end, values.length); n++) sum += (values[n] as number) ** 2;
  return sum;
}
