/** Beats in a bar that are considered, and how rare each is, as a cost for each bar. */
const METERS = [
  { beats: 4, cost: 0 },
  { beats: 3, cost: 0.6 },
] as const;
/** Cost of a bar that ends early or late: a beat too many or too few was found, or the music does so. */
const BREAK_COST = 8;

/**
 * The beats on which bars begin: the path through the beats of bars (three or four beats, rarely anything else) that
 * meets the likeliest first beats (Viterbi).
 * @param likelihoods for each beat, how much likelier it begins a bar than not, as a logarithm.
 * @returns indices of beats.
 */
export function findBars(likelihoods: readonly number[]): number[] {
  const states = METERS.flatMap(({ beats, cost }, meter) =>
    Array.from({ length: beats }, (_, position) => ({ meter, beats, position, cost })),
  );
  let scores = states.map(({ position }) => (position === 0 ? (likelihoods[0] ?? 0) : 0));
  const origins: number[][] = [];
  for (const likelihood of likelihoods.slice(1)) {
    const origin: number[] = [];
    const before = scores;
    const best = before.indexOf(Math.max(...before));
    scores = states.map(({ meter, beats, position, cost }, state) => {
      const last = (position + beats - 1) % beats;
      const regular = states.findIndex((other) => other.meter === meter && other.position === last);
      const broken = (before[best] as number) - BREAK_COST;
      const stays = (before[regular] as number) >= broken;
      origin[state] = stays ? regular : best;
      const from = stays ? (before[regular] as number) : broken;
      return from + (position === 0 ? likelihood - cost : 0);
    });
    origins.push(origin);
  }
  let state = scores.indexOf(Math.max(...scores));
  const bars: number[] = [];
  for (let beat = likelihoods.length - 1; beat >= 0; beat--) {
    if (states[state]?.position === 0) bars.push(beat);
    state = origins[beat - 1]?.[state] ?? state;
  }
  return bars.reverse();
}
