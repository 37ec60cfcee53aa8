/** Which samples of a row make each sample of a shorter one, and how much each counts. */
export interface ScaleWeights {
  /** First source sample of each. */
  readonly starts: Int32Array;
  /** `taps` for each, in 16384ths that add up to 1. */
  readonly weights: Int16Array;
  readonly taps: number;
}

const ONE = 1 << 14;

/** Of Keys's cubic: as ffmpeg's scaler has it, a little sharper than Catmull and Rom's. */
const SHARPNESS = -0.6;
/** The cubic is 0 from here on, in source samples (times the factor by which the row gets shorter). */
const REACH = 2;

/**
 * A cubic as wide as the row gets shorter, so that fine detail is averaged instead of lost.
 * @param source samples.
 * @param target samples.
 * @param centre where a sample stands in its own length: 0.5 in the middle; 0.25 for chroma that stands on the left one
 * of its two luma samples, as H.264 has it.
 * @param multiple of which the number of taps is one.
 */
export function scaleWeights(source: number, target: number, centre: number, multiple: number): ScaleWeights {
  const ratio = source / target;
  const stretch = Math.max(1, ratio);
  const reached = Math.ceil(2 * REACH * stretch) + 1;
  const taps = Math.ceil(reached / multiple) * multiple;
  const starts = new Int32Array(target);
  const weights = new Int16Array(target * taps);
  for (let index = 0; index < target; index++) {
    const position = (index + centre) * ratio - centre;
    const first = Math.ceil(position - REACH * stretch);
    const start = Math.min(Math.max(0, first), Math.max(0, source - taps));
    starts[index] = start;
    const exact = new Float64Array(taps);
    for (let sample = first; sample < first + reached; sample++) {
      // What would lie outside is taken to be as the edge is.
      const inside = Math.min(source - 1, Math.max(0, sample));
      exact[inside - start] = (exact[inside - start] ?? 0) + cubic((sample - position) / stretch);
    }
    weights.set(wholeShares(exact), index * taps);
  }
  return { starts, weights, taps };
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (SHARPNESS + 2) * x ** 3 - (SHARPNESS + 3) * x ** 2 + 1;
  if (x < REACH) return SHARPNESS * (x ** 3 - 5 * x ** 2 + 8 * x - 4);
  return 0;
}

/** Rounded so that they add up to `ONE` exactly: the largest one takes what is left over. */
function wholeShares(exact: Float64Array): Int16Array {
  const sum = exact.reduce((total, share) => total + share, 0);
  const shares = Int16Array.from(exact, (share) => Math.round((share / sum) * ONE));
  const largest = shares.reduce((best, share, index) => (share > (shares[best] ?? 0) ? index : best), 0);
  const rest = ONE - shares.reduce((total, share) => total + share, 0);
  shares[largest] = (shares[largest] ?? 0) + rest;
  return shares;
}
