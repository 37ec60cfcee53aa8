import { clamp } from '#core/geometry.ts';
import type { FrameRate } from '#core/units.ts';

/** Where frames lie on a strip, and which frame a point on a strip means. */

/** The frame under a point `x` pixels from the left edge of a strip that shows the whole video. */
export function frameAtPosition(x: number, width: number, durationFrames: number): number {
  if (width <= 0 || durationFrames <= 0) return 0;
  return clamp(Math.floor((x / width) * durationFrames), 0, durationFrames - 1);
}

/** Left edge of a frame on the strip, in percent of its width. */
export function percentOfFrame(frame: number, durationFrames: number): number {
  return durationFrames > 0 ? clamp((frame / durationFrames) * 100, 0, 100) : 0;
}

/** `frame` moved by `delta` frames, held inside the video. */
export function stepFrame(frame: number, delta: number, durationFrames: number): number {
  return clamp(frame + delta, 0, Math.max(0, durationFrames - 1));
}

/** Whole frames in one second. */
export function framesPerSecond(rate: FrameRate): number {
  return Math.round(rate.numerator / rate.denominator);
}

const TICK_STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120] as const;

/** Distance of the labelled ticks of a ruler, in seconds: the smallest step that leaves labels room. */
export function tickStep(durationSeconds: number, widthPixels: number, roomPixels = 64): number {
  const fits = TICK_STEPS_SECONDS.find((step) => (step / durationSeconds) * widthPixels >= roomPixels);
  return fits ?? 300;
}
