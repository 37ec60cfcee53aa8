import { FRAME_RATE } from './rhythm-features.ts';

/** How much begins at each frame, evened out over the loudness of the music: 0 is the usual, 1 and more are onsets. */
export interface OnsetStrength {
  /** Low, middle and high bands. */
  readonly groups: readonly Float32Array[];
  /** All bands together, slightly smoothed. */
  readonly total: Float32Array;
}

/** Half of the span whose mean counts as no onset, in frames. */
const FLOOR_FRAMES = FRAME_RATE / 2;
/** Half of the span over which strengths are evened out, in frames. */
const SPAN_FRAMES = 4 * FRAME_RATE;
/** Share of the whole piece's strength that quiet passages are measured by at least: silence must not become onsets. */
const QUIET_SHARE = 0.25;
/** Rises of the summed logarithmic levels below this are no music, however quiet the piece. */
const LEAST_RISE = 0.05;

export function onsetStrength(flux: readonly Float32Array[]): OnsetStrength {
  const groups = flux.map(evenOut);
  const total = new Float32Array(groups[0]?.length ?? 0);
  for (let n = 0; n < total.length; n++) {
    for (const group of groups) {
      const sum = 2 * (group[n] as number) + (group[n - 1] ?? 0) + (group[n + 1] ?? 0);
      total[n] = (total[n] as number) + sum / 8;
    }
  }
  return { groups, total };
}

function evenOut(flux: Float32Array): Float32Array {
  const floor = movingMean(flux, FLOOR_FRAMES);
  const raised = flux.map((value, n) => Math.max(0, value - (floor[n] as number)));
  const power = movingMean(
    raised.map((value) => value * value),
    SPAN_FRAMES,
  );
  const whole = Math.sqrt(raised.reduce((sum, value) => sum + value * value, 0) / Math.max(1, raised.length));
  const even = raised.map((value, n) => value / (Math.sqrt(power[n] as number) + QUIET_SHARE * whole + LEAST_RISE));
  const usual = movingMean(even, SPAN_FRAMES);
  return even.map((value, n) => value - (usual[n] as number));
}

/** Mean over `half` values on each side; fewer at the ends. */
export function movingMean(values: Float32Array, half: number): Float32Array {
  const sums = new Float64Array(values.length + 1);
  for (let n = 0; n < values.length; n++) sums[n + 1] = (sums[n] as number) + (values[n] as number);
  return values.map((_, n) => {
    const from = Math.max(0, n - half);
    const to = Math.min(values.length, n + half + 1);
    return ((sums[to] as number) - (sums[from] as number)) / (to - from);
  });
}

/** Value between two frames. */
export function valueAt(values: Float32Array, position: number): number {
  const before = Math.floor(position);
  const share = position - before;
  return (values[before] ?? 0) * (1 - share) + (values[before + 1] ?? 0) * share;
}
