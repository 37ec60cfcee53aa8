import { FASTEST_TEMPO, SLOWEST_TEMPO } from './beat-grid.ts';
import { valueAt } from './onset-strength.ts';
import { FRAME_RATE } from './rhythm-features.ts';

/** A time between beats after which the music repeats itself. */
export interface TempoCandidate {
  /** In frames. */
  readonly period: number;
  /** How much it repeats itself after one, two, three and four periods, -1 to 1. */
  readonly strength: number;
}

const MOST_CANDIDATES = 9;
/** Of the periods that are compared, in frames. */
const PERIOD_STEP = 0.5;
/** Periods whose repetition counts: a bar of four. */
const COMB_TEETH = 4;
/** Tempo is taken from windows, so that a change of it blurs nothing. */
const WINDOW_FRAMES = 12 * FRAME_RATE;
const WINDOW_HOP = 4 * FRAME_RATE;
/** Mean square of the onsets of a window below which nothing happens in it: what repeats there is rounding. */
const LEAST_POWER = 0.01;

export const SHORTEST_PERIOD = (60 * FRAME_RATE) / FASTEST_TEMPO;
export const LONGEST_PERIOD = (60 * FRAME_RATE) / SLOWEST_TEMPO;

/** The periods at which the onsets repeat themselves, strongest first. Empty where there are no onsets. */
export function tempoCandidates(onsets: Float32Array): TempoCandidate[] {
  const repetition = meanAutocorrelation(onsets, Math.ceil(LONGEST_PERIOD * COMB_TEETH * 1.02) + 2);
  if (!repetition) return [];
  const combs: TempoCandidate[] = [];
  for (let period = SHORTEST_PERIOD; period <= LONGEST_PERIOD; period += PERIOD_STEP) {
    combs.push({ period, strength: combStrength(repetition, period) });
  }
  return combs
    .filter(
      ({ strength }, n) => strength > (combs[n - 1]?.strength ?? -1) && strength >= (combs[n + 1]?.strength ?? -1),
    )
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_CANDIDATES);
}

/** Repetition at which a pulse is as likely as not: speech reaches two thirds of it, quiet strings a little more. */
const EVEN_REPETITION = 0.11;

/** How sure it is that there is a steady pulse at all, 0 to 1. */
export function steadiness(candidates: readonly TempoCandidate[]): number {
  const repetition = Math.max(0, candidates[0]?.strength ?? 0);
  return repetition ** 2 / (repetition ** 2 + EVEN_REPETITION ** 2);
}

function combStrength(repetition: Float32Array, period: number): number {
  let sum = 0;
  for (let tooth = 1; tooth <= COMB_TEETH; tooth++) {
    const lag = tooth * period;
    // The grid of periods is coarse: its error grows with each tooth.
    const near = [lag - PERIOD_STEP * tooth, lag, lag + PERIOD_STEP * tooth].map((at) => valueAt(repetition, at));
    sum += Math.max(...near);
  }
  return sum / COMB_TEETH;
}

/** Autocorrelation up to a lag, 1 at lag 0: the mean over windows. Null where there is nothing. */
function meanAutocorrelation(onsets: Float32Array, lags: number): Float32Array | null {
  const mean = new Float32Array(lags);
  let windows = 0;
  for (let start = 0; start === 0 || start + WINDOW_FRAMES / 2 < onsets.length; start += WINDOW_HOP) {
    const window = onsets.subarray(start, start + WINDOW_FRAMES);
    const power = correlation(window, 0);
    if (power < LEAST_POWER) continue;
    windows++;
    for (let lag = 0; lag < lags; lag++) mean[lag] = (mean[lag] as number) + correlation(window, lag) / power;
  }
  return windows === 0 ? null : mean.map((sum) => sum / windows);
}

function correlation(window: Float32Array, lag: number): number {
  let sum = 0;
  for (let n = lag; n < window.length; n++) sum += (window[n] as number) * (window[n - lag] as number);
  return sum / window.length;
}
