import { meanDistance } from './picture-measures.ts';

/** One frame as block means: what the file shows, and what the compositor draws. */
export interface ComparedFrame {
  readonly frame: number;
  readonly found: Float32Array;
  readonly drawn: Float32Array;
}

/** So many frames before and after are compared with each. */
const REACH = 12;
/** A frame belongs to another time when its distance to that one's picture is less than this share of its own. */
const CLEARLY_NEARER = 0.6;
/** Distances below this, in levels of luma, come from encoding. */
const SMALLEST_DISTANCE = 1;

/** The frames that show another frame's picture rather than their own. */
export function misplacedFrames(compared: readonly ComparedFrame[]): number[] {
  return compared
    .filter(({ found, drawn }, index) => {
      const own = meanDistance(found, drawn);
      if (own < SMALLEST_DISTANCE) return false;
      const others = compared.slice(Math.max(0, index - REACH), index + REACH + 1);
      return others.some((other) => meanDistance(found, other.drawn) < CLEARLY_NEARER * own);
    })
    .map(({ frame }) => frame);
}

/** Of a frame that stands for the end of a stretch in which nothing moved. */
export interface StandstillEnd {
  readonly found: Float32Array;
  readonly drawnAtStart: Float32Array;
  readonly drawnAtEnd: Float32Array;
}

/** True where the file still shows the stretch's beginning, though the compositor has moved on. */
export function isFrozen({ found, drawnAtStart, drawnAtEnd }: StandstillEnd): boolean {
  const own = meanDistance(found, drawnAtEnd);
  return own >= SMALLEST_DISTANCE && meanDistance(found, drawnAtStart) < CLEARLY_NEARER * own;
}
