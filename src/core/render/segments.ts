import type { RenderSettings } from './settings.ts';

/**
 * One closed run of frames of a render, from a keyframe to the next: what a worker takes, what is put on disk as one,
 * and what an interrupted render does not have to do again.
 */
export interface Segment {
  /** Counted from 0, in the order of the video. */
  readonly index: number;
  readonly firstFrame: number;
  readonly frames: number;
}

/** Cuts a video at its keyframes; the last segment may be shorter. */
export function planSegments(
  durationFrames: number,
  { keyframeInterval }: Pick<RenderSettings, 'keyframeInterval'>,
): Segment[] {
  return Array.from({ length: Math.ceil(durationFrames / keyframeInterval) }, (_, index) => {
    const firstFrame = index * keyframeInterval;
    return { index, firstFrame, frames: Math.min(keyframeInterval, durationFrames - firstFrame) };
  });
}

/**
 * Which segment a worker takes next. An encoder that goes on where it stood costs nothing, a new one does: so each
 * worker goes on as long as it can, then takes the later half of the longest run that another is heading into.
 * @param open indices that nobody has taken yet, ascending.
 * @param last what this worker took before; null at its start.
 * @param taken what the others are working on.
 * @returns null where nothing is left.
 */
export function chooseSegment(open: readonly number[], last: number | null, taken: readonly number[]): number | null {
  if (last !== null && open.includes(last + 1)) return last + 1;
  const [longest] = runsOf(open).sort((a, b) => b.length - a.length || a.first - b.first);
  if (!longest) return null;
  const isHeadedFor = taken.includes(longest.first - 1);
  return isHeadedFor ? longest.first + Math.floor(longest.length / 2) : longest.first;
}

function runsOf(indices: readonly number[]): { first: number; length: number }[] {
  const runs: { first: number; length: number }[] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && run.first + run.length === index) run.length++;
    else runs.push({ first: index, length: 1 });
  }
  return runs;
}
