/** How far the tempo may wander from where it is looked for, as a share. */
const RANGE = 0.2;
/** Cost of a change of the period from one beat to the next, by the square of its share. */
const CHANGE_COST = 300;
/** Largest such change, as a share. */
const LARGEST_CHANGE = 0.06;
/** Cost of being away from the tempo that is looked for, by the square of its share in logarithms. */
const DISTANCE_COST = 15;

/**
 * The beats about `period` apart that meet the strongest onsets while the tempo stays steady: dynamic programming over
 * frame and period (a semi-Markov model; after Ellis, "Beat tracking by dynamic programming", with the period as state).
 * @param period in frames.
 * @returns beats in whole frames.
 */
export function trackBeats(onsets: Float32Array, period: number): number[] {
  const shortest = Math.max(2, Math.floor(period * (1 - RANGE)));
  const states = Math.ceil(period * (1 + RANGE)) - shortest + 1;
  const scores = new Float32Array(onsets.length * states);
  const origins = new Int16Array(onsets.length * states);
  const reach = Math.max(1, Math.round(LARGEST_CHANGE * period));
  const changeCosts = Float32Array.from({ length: 2 * reach + 1 }, (_, n) => CHANGE_COST * ((n - reach) / period) ** 2);
  const distanceCosts = Float32Array.from(
    { length: states },
    (_, state) => DISTANCE_COST * Math.log((shortest + state) / period) ** 2,
  );
  for (let frame = 0; frame < onsets.length; frame++) {
    for (let state = 0; state < states; state++) {
      const before = frame - shortest - state;
      let best = 0;
      let origin = -1;
      if (before >= 0) {
        best = Number.NEGATIVE_INFINITY;
        const row = before * states;
        const last = Math.min(states - 1, state + reach);
        for (let from = Math.max(0, state - reach); from <= last; from++) {
          const score = (scores[row + from] as number) - (changeCosts[from - state + reach] as number);
          if (score > best) {
            best = score;
            origin = from;
          }
        }
      }
      // Weighed by its length: else faster beats would win by their number.
      const gain = ((onsets[frame] as number) - (distanceCosts[state] as number)) * ((shortest + state) / period);
      scores[frame * states + state] = best + gain;
      origins[frame * states + state] = origin;
    }
  }
  return traceBack(scores, origins, { frames: onsets.length, states, shortest });
}

interface Lattice {
  readonly frames: number;
  readonly states: number;
  readonly shortest: number;
}

function traceBack(scores: Float32Array, origins: Int16Array, { frames, states, shortest }: Lattice): number[] {
  let last = Math.max(0, frames - shortest - states) * states;
  for (let at = last; at < scores.length; at++) if ((scores[at] as number) > (scores[last] as number)) last = at;
  const beats: number[] = [];
  let frame = Math.floor(last / states);
  let state = last % states;
  while (frame >= 0 && beats.length <= frames) {
    beats.push(frame);
    const origin = origins[frame * states + state] as number;
    if (origin < 0) break;
    frame -= shortest + state;
    state = origin;
  }
  return beats.reverse();
}
