import type { Seconds } from '../units.ts';

/** The pulse of a piece of music, as an analyser found it. Times in seconds from its beginning, in order. */
export interface BeatGrid {
  readonly analyserVersion: number;
  readonly durationSeconds: Seconds;
  /** Beats per minute; 0 where there is no pulse. */
  readonly tempo: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly beats: readonly number[];
  /** The first beats of bars: a subset of `beats`. */
  readonly downbeats: readonly number[];
  readonly onsets: readonly number[];
  /** 0 to 1, one for each beat. */
  readonly energy: readonly number[];
}

/** Below this there is no pulse that cuts could follow. */
export const STEADY_CONFIDENCE = 0.4;

/** What a person corrects about the beats that were found. */
export interface BeatAdjustment {
  /** Tapped, in beats per minute; null keeps what was found. */
  readonly tempo: number | null;
  readonly shiftSeconds: number;
  /** Twice as many beats, or half as many. */
  readonly factor: 0.5 | 1 | 2;
}

export const NO_ADJUSTMENT: BeatAdjustment = { tempo: null, shiftSeconds: 0, factor: 1 };

export function adjustGrid(grid: BeatGrid, _adjustment: BeatAdjustment): BeatGrid {
  return grid;
}
