/** The two ways this studio counts time, kept apart by the type checker. */

declare const unit: unique symbol;

/** A time or a length in seconds. */
export type Seconds = number & { readonly [unit]: 'seconds' };

/** A position on a timeline, counted in whole frames from 0. */
export type FrameIndex = number & { readonly [unit]: 'frame' };

/** Frames per second as an exact fraction, so that 30000/1001 never drifts. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

export const MICROSECONDS_PER_SECOND = 1_000_000;

export function seconds(value: number): Seconds {
  return value as Seconds;
}

/** @throws RangeError when `value` is not a whole number of at least 0. */
export function frameIndex(value: number): FrameIndex {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`A frame index is a whole number of at least 0 (got ${value}).`);
  }
  return value as FrameIndex;
}

/** Presentation time of a frame, in seconds. */
export function frameToSeconds(frame: number, rate: FrameRate): Seconds {
  return seconds((frame * rate.denominator) / rate.numerator);
}

/** Presentation time of a frame, in whole microseconds, as WebCodecs counts. */
export function frameToMicroseconds(frame: number, rate: FrameRate): number {
  return Math.round((frame * rate.denominator * MICROSECONDS_PER_SECOND) / rate.numerator);
}

/** The number of whole frames nearest to a length in seconds. */
export function secondsToFrameCount(length: number, rate: FrameRate): number {
  return Math.round((length * rate.numerator) / rate.denominator);
}

/** The frame that is on screen at a time in seconds (the last one that has begun). */
export function frameAtSeconds(time: number, rate: FrameRate): FrameIndex {
  // A time computed from a frame may fall a rounding error short of that frame.
  const roundingSlack = 1e-6;
  return frameIndex(Math.max(0, Math.floor((time * rate.numerator) / rate.denominator + roundingSlack)));
}
