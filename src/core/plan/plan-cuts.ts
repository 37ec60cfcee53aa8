import type { CutPoint } from './cut-points.ts';

/** What a shot asks of the cuts around it, in frames. */
export interface ShotWish {
  /** The length that the person gave it; null leaves it to the planner. */
  readonly pinned: number | null;
  /** Longer than this it has nothing to show; null where it can stay for ever. */
  readonly longest: number | null;
}

export interface CutRules {
  readonly durationFrames: number;
  /** No shot is shorter, in frames. */
  readonly shortest: number;
  /** How long a shot that begins at a frame should stay, in frames, before all are stretched to fill the video. */
  readonly paceAt: (frame: number) => number;
}

/** What an ordinary beat costs against the first of a bar, as a squared share of the shot's length: a quarter of it. */
const OFF_DOWNBEAT_COST = 0.25 ** 2;

/**
 * Where each shot ends, in frames; the last at the end of the video.
 * @param points where cuts may lie; null lets them lie anywhere.
 * @returns null where the points are too few for these shots.
 */
export function planCuts(wishes: readonly ShotWish[], points: readonly CutPoint[] | null, rules: CutRules) {
  const { durationFrames } = rules;
  const ideal = idealEnds(wishes, rules);
  if (!points) return ideal.map(Math.round);
  // Shots of given length at the end count back from it: the last free cut is theirs to place.
  const free = wishes.findLastIndex((wish) => wish.pinned === null) + 1;
  const tail: number[] = [];
  for (let end = durationFrames, index = wishes.length - 1; index >= free; index--) {
    tail.unshift(end);
    end -= wishes[index]?.pinned ?? 0;
  }
  const tailFrames = wishes.slice(free).reduce((sum, wish) => sum + (wish.pinned ?? 0), 0);
  const head = snapEnds(wishes.slice(0, free), ideal, points, durationFrames - tailFrames, rules);
  return head && [...head, ...tail];
}

/** Every shot at its pace, all stretched by one factor so that they fill the video. Not yet whole frames. */
function idealEnds(wishes: readonly ShotWish[], { durationFrames, shortest, paceAt }: CutRules): number[] {
  const walk = (stretch: number): number[] => {
    let end = 0;
    return wishes.map(({ pinned, longest }) => {
      end += pinned ?? Math.max(shortest, Math.min(paceAt(end) * stretch, longest ?? Number.POSITIVE_INFINITY));
      return end;
    });
  };
  let [low, high] = [0, 1];
  const tooShort = (ends: number[]) => (ends.at(-1) ?? 0) < durationFrames;
  while (tooShort(walk(high)) && high < durationFrames) [low, high] = [high, high * 2];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (tooShort(walk(middle))) low = middle;
    else high = middle;
  }
  const ends = walk(high);
  const last = ends.at(-1) ?? durationFrames;
  // Clips that are all too short for the video share what is missing.
  const filled = last < durationFrames ? ends.map((end) => (end * durationFrames) / last) : ends;
  return filled.with(-1, durationFrames);
}

interface State {
  readonly end: number;
  readonly cost: number;
  readonly before: State | null;
}

/**
 * The cheapest choice of points: near the ideal, on downbeats where they are near enough, no shot too short. Dynamic
 * programming from shot to shot; the cost of a cut does not depend on the one before, so that one pass finds each.
 */
function snapEnds(
  wishes: readonly ShotWish[],
  ideal: readonly number[],
  points: readonly CutPoint[],
  finalEnd: number,
  { shortest, paceAt }: CutRules,
): number[] | null {
  if (wishes.length === 0) return finalEnd === 0 ? [] : null;
  let states: State[] = [{ end: 0, cost: 0, before: null }];
  for (const [index, { pinned }] of wishes.entries()) {
    if (index === wishes.length - 1) return endsOf(cheapestBefore(states, finalEnd - shortest), finalEnd);
    const target = ideal[index] as number;
    const length = Math.max(shortest, target - (ideal[index - 1] ?? 0), paceAt(ideal[index - 1] ?? 0) / 2);
    const costOf = ({ frame, downbeat }: CutPoint) =>
      ((frame - target) / length) ** 2 + (downbeat ? 0 : OFF_DOWNBEAT_COST);
    states =
      pinned === null
        ? toPoints(states, points, shortest, costOf)
        : states.map((state) => ({ end: state.end + pinned, cost: state.cost, before: state }));
    states = states.filter((state) => state.end <= finalEnd - shortest);
  }
  return null;
}

/** For each point the cheapest state that lies far enough before it. Both come in the order of their frames. */
function toPoints(
  states: readonly State[],
  points: readonly CutPoint[],
  shortest: number,
  costOf: (point: CutPoint) => number,
): State[] {
  const reached: State[] = [];
  let best: State | null = null;
  let next = 0;
  for (const point of points) {
    for (let state = states[next]; state && state.end <= point.frame - shortest; state = states[++next]) {
      if (!best || state.cost < best.cost) best = state;
    }
    if (best) reached.push({ end: point.frame, cost: best.cost + costOf(point), before: best });
  }
  return reached;
}

function cheapestBefore(states: readonly State[], latest: number): State | null {
  let best: State | null = null;
  for (const state of states) if (state.end <= latest && (!best || state.cost < best.cost)) best = state;
  return best;
}

function endsOf(last: State | null, finalEnd: number): number[] | null {
  if (!last) return null;
  const ends = [finalEnd];
  for (let state: State | null = last; state?.before; state = state.before) ends.unshift(state.end);
  return ends;
}
