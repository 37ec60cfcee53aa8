import type { Size } from '../geometry.ts';
import type { AnimationConversion, ConvertiblePictures } from './conversion.ts';
import { fitWidth } from './fit-size.ts';

/** The pictures of a GIF or an animated WebP. */
export interface PlannedAnimation {
  readonly size: Size;
  readonly frames: number;
  /** Frames a second. */
  readonly frameRate: number;
  /** Of the first one, in seconds from the video's first picture. */
  readonly startSeconds: number;
}

/**
 * Pixels that all pictures of an animation have together, at most: they wait as 300 MB of planes until all are drawn, and
 * WebAssembly takes minutes for them (9.3 million pixels: 10 s as GIF and 9 s as WebP on a busy machine of two cores).
 */
export const MOST_ANIMATION_PIXELS = 200e6;

export const NARROWEST_ANIMATION = 16;
export const WIDEST_ANIMATION = 1280;
/** Browsers slow a GIF down whose pictures stay on for less than 0.02 s. */
export const FASTEST_ANIMATION = 30;

export const DEFAULT_ANIMATION = { width: 480, frameRate: 12, startSeconds: 0, seconds: 6 } as const;

/** Pictures at even times; a part that goes on behind the end of the video stops there. */
export function planAnimation(
  { size, durationSeconds }: Pick<ConvertiblePictures, 'size' | 'durationSeconds'>,
  { width, frameRate, startSeconds, seconds }: AnimationConversion,
): PlannedAnimation {
  const lasting = Math.min(seconds, durationSeconds - startSeconds);
  return { size: fitWidth(size, width), frames: Math.max(1, Math.round(lasting * frameRate)), frameRate, startSeconds };
}

export function animationPixels({ size, frames }: PlannedAnimation): number {
  return size.width * size.height * frames;
}

/** The longest part that can be converted at a width and rate, in seconds. */
export function longestAnimation(
  { size }: Pick<ConvertiblePictures, 'size'>,
  { width, frameRate }: Pick<AnimationConversion, 'width' | 'frameRate'>,
): number {
  const made = fitWidth(size, width);
  return MOST_ANIMATION_PIXELS / (made.width * made.height * frameRate);
}
