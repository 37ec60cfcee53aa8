import type { Cue } from './transcript.ts';

/** A time computed from a picture's number may fall a rounding error short of the caption's. */
const ROUNDING_SLACK = 1e-6;

/**
 * The caption that is on at a time, in seconds: from its start on, and no more at its end.
 * @param cues in order, none over another.
 */
export function cueAt(cues: readonly Cue[], time: number): Cue | null {
  const now = time + ROUNDING_SLACK;
  let [from, to] = [0, cues.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cues[middle]?.start ?? 0) <= now) from = middle + 1;
    else to = middle;
  }
  const cue = cues[from - 1];
  return cue && now < cue.end ? cue : null;
}
