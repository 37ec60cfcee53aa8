import { type Seconds, seconds } from '../units.ts';

/** How much there is to see in a clip, window by window. JSON only. */
export interface HighlightCurve {
  readonly windowSeconds: number;
  /** 0 (black, blurred, or nothing there) to 1, one for each window from the beginning. */
  readonly scores: readonly number[];
}

/** Where a clip has just begun or is about to end, the camera is often still being put in place, in seconds. */
const SHAKY_EDGE_SECONDS = 0.5;

/** What the edges lose of their score. */
const EDGE_PENALTY = 0.5;

/** Share of a part's worst moment in its worth: a short black or blurred stretch spoils a good part. */
const WORST_SHARE = 0.3;

/** Parts that fall short of the best by at most this share are as good: the first of them is taken. */
const NEARLY = 0.03;

/** Candidates for the start of a part lie so many to a window. */
const STEPS_PER_WINDOW = 2;

/**
 * Where the part of `lengthSeconds` begins that is most worth seeing. The same question always has the same answer. An
 * even curve, or none, gives an early point behind the shaky first moment.
 * @param durationSeconds of the clip; windows beyond it count for nothing.
 * @returns 0 to `durationSeconds - lengthSeconds`; 0 where the clip is no longer than the part.
 */
export function bestPart(curve: HighlightCurve, lengthSeconds: number, durationSeconds: number): Seconds {
  const latest = durationSeconds - lengthSeconds;
  if (!(latest > 0) || !(lengthSeconds > 0)) return seconds(0);
  const { windowSeconds } = curve;
  if (!(windowSeconds > 0) || curve.scores.length === 0) return seconds(Math.min(SHAKY_EDGE_SECONDS, latest));
  const starts = candidates(latest, windowSeconds / STEPS_PER_WINDOW);
  const worths = starts.map((start) => worthOf(curve, start, lengthSeconds, durationSeconds));
  const best = worths.reduce((highest, worth) => Math.max(highest, worth), Number.NEGATIVE_INFINITY);
  return seconds(starts[worths.findIndex((worth) => worth >= best - NEARLY * Math.abs(best))] ?? 0);
}

function candidates(latest: number, step: number): number[] {
  const count = Math.floor(latest / step);
  const starts = Array.from({ length: count + 1 }, (_, index) => index * step);
  return latest - count * step > step / 4 ? [...starts, latest] : starts;
}

function worthOf(curve: HighlightCurve, start: number, length: number, duration: number): number {
  const { windowSeconds, scores } = curve;
  const end = start + length;
  let sum = 0;
  let worst = 1;
  for (let index = Math.floor(start / windowSeconds); index * windowSeconds < end; index++) {
    const from = Math.max(start, index * windowSeconds);
    const overlap = Math.min(end, (index + 1) * windowSeconds) - from;
    // A sliver of a window, or a rounding error, spoils nothing.
    if (overlap < windowSeconds * 0.1) continue;
    const score = scores[index];
    const usable = score !== undefined && Number.isFinite(score) ? score : 0;
    sum += usable * overlap;
    worst = Math.min(worst, usable);
  }
  const average = sum / length - EDGE_PENALTY * shakyShare(start, end, duration);
  return average * (1 - WORST_SHARE) + worst * WORST_SHARE;
}

/** How much of the clip's shaky first and last moments lies in a part, 0 to 1. */
function shakyShare(start: number, end: number, duration: number): number {
  const atStart = Math.max(0, SHAKY_EDGE_SECONDS - start);
  const atEnd = Math.max(0, end - (duration - SHAKY_EDGE_SECONDS));
  return (atStart + atEnd) / (2 * SHAKY_EDGE_SECONDS);
}
