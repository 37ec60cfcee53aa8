/** Which pictures stand for a clip where it is not played. Times in seconds. */

/** How far into a clip a thumbnail is looked for: an opening is rarely dark for longer. */
const LOOKED_INTO_SECONDS = 10;

/** A fade from black is over within a few of these. */
const LOOK_STEP_SECONDS = 0.2;

/** Average of a picture's luma (0 to 255) from which on there is something to see; a title on black has half of it. */
const LIT = 32;

/** Pictures of a moving preview, and how long it lasts at most, in seconds; a shorter clip is shown in its own time. */
const MOVING_PICTURES = 12;
const MOVING_SECONDS = 2.4;

/** Pictures of a strip: an odd number, so that one of them is the middle's. */
export const STRIP_PICTURES = 9;

/** Where a thumbnail is looked for, in order: the first picture, and what comes after it while it is black. */
export function thumbnailTimes(startSeconds: number, endSeconds: number): number[] {
  const last = Math.min(endSeconds - startSeconds, LOOKED_INTO_SECONDS);
  const count = Math.max(1, Math.ceil(last / LOOK_STEP_SECONDS - 1e-6));
  return Array.from({ length: count }, (_, index) => startSeconds + index * LOOK_STEP_SECONDS);
}

/** @param brightness average of its luma, 0 to 255. */
export function isBrightEnough(brightness: number): boolean {
  return brightness >= LIT;
}

/**
 * Times of a strip's pictures: the first one's at the beginning, the last one's at the end. Each of them lies in its
 * share of the length, so that `stripPictureAt` finds it.
 */
export function stripTimes(startSeconds: number, endSeconds: number, count = STRIP_PICTURES): number[] {
  const length = endSeconds - startSeconds;
  return Array.from({ length: count }, (_, index) => startSeconds + (count === 1 ? 0 : (index / (count - 1)) * length));
}

export interface MovingPlan {
  /** Of the pictures: the middles of equal shares, so that the last one does not stand beside the first. */
  readonly times: readonly number[];
  /** How long each is shown. */
  readonly milliseconds: number;
}

/** How a clip is shown in little. */
export function planMovingPreview(startSeconds: number, endSeconds: number): MovingPlan {
  const length = endSeconds - startSeconds;
  return {
    times: Array.from(
      { length: MOVING_PICTURES },
      (_, index) => startSeconds + ((index + 0.5) / MOVING_PICTURES) * length,
    ),
    milliseconds: Math.round((Math.min(length, MOVING_SECONDS) * 1000) / MOVING_PICTURES),
  };
}

/**
 * Which of a strip's pictures is shown for a place in the clip. Strips from before, whose pictures were of the middles of their shares,
 * are read alike.
 * @param share of the clip's length, 0 to 1; beyond, the nearest picture.
 * @returns 0 to `count - 1`; 0 of none.
 */
export function stripPictureAt(share: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(share * count)));
}
