import { type BeatGrid, STEADY_CONFIDENCE } from '../beats/beat-grid.ts';
import type { Pace } from '../style/style.ts';
import { type FrameRate, secondsToFrameCount } from '../units.ts';

/** Cuts where no steady pulse was found, in seconds. */
export const CUT_WITHOUT_BEATS_SECONDS = 2;

/** A place where a cut may lie. */
export interface CutPoint {
  readonly frame: number;
  /** First beat of a bar. */
  readonly downbeat: boolean;
}

/** True where the planner follows the beats; else it cuts every two seconds. */
export function hasSteadyBeats(grid: BeatGrid): boolean {
  return grid.confidence >= STEADY_CONFIDENCE && grid.beats.length > 1;
}

/** Every place between the first and the last frame where a cut may lie, in order, each frame once. */
export function cutPoints(grid: BeatGrid, rate: FrameRate, durationFrames: number): CutPoint[] {
  if (!hasSteadyBeats(grid)) {
    const step = secondsToFrameCount(CUT_WITHOUT_BEATS_SECONDS, rate);
    const count = Math.max(0, Math.ceil(durationFrames / step) - 1);
    return Array.from({ length: count }, (_, index) => ({ frame: (index + 1) * step, downbeat: true }));
  }
  const downbeats = new Set(grid.downbeats);
  const points = grid.beats.map((time) => ({
    frame: secondsToFrameCount(time, rate),
    downbeat: downbeats.has(time),
  }));
  return points.filter(({ frame }, index) => {
    return frame > 0 && frame < durationFrames && frame !== points[index - 1]?.frame;
  });
}

/** The points, and the middle between every two: for more shots than there are beats. */
export function withOffbeats(points: readonly CutPoint[]): CutPoint[] {
  return points.flatMap((point, index) => {
    const before = index > 0 ? (points[index - 1] as CutPoint).frame : 0;
    const middle = Math.round((before + point.frame) / 2);
    return middle > before && middle < point.frame ? [{ frame: middle, downbeat: false }, point] : [point];
  });
}

/**
 * How long a shot that begins at `time` should stay, in seconds: strong music cuts faster than quiet music, and music
 * without a steady pulse at its own pace whatever the style.
 */
export function paceAt(pace: Pace, grid: BeatGrid | null, time: number): number {
  if (grid && !hasSteadyBeats(grid)) return CUT_WITHOUT_BEATS_SECONDS;
  const strength = grid ? energyAt(grid, time) : 0.5;
  return pace.quietSeconds + (pace.strongSeconds - pace.quietSeconds) * strength;
}

/** Energy (0 to 1) of the beat that is on at `time`. */
function energyAt({ beats, energy }: BeatGrid, time: number): number {
  let low = 0;
  let high = beats.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((beats[middle] as number) <= time) low = middle;
    else high = middle - 1;
  }
  return energy[low] ?? 0.5;
}
