import type { Size } from '../geometry.ts';
import type { HighlightCurve } from './highlights.ts';

/** Changes when the same clip would get another curve: stored ones of another version are made anew. */
export const HIGHLIGHTS_VERSION = 1;

/** What one small grey picture of a clip tells. All in steps of 8-bit grey (0 to 255). */
export interface FrameLook {
  readonly brightness: number;
  /** Standard deviation. */
  readonly contrast: number;
  /** Mean absolute difference of a pixel from its neighbours to the right and below. */
  readonly sharpness: number;
  /** Mean absolute difference from the picture before; 0 for the first. */
  readonly motion: number;
}

/** Nearly black, or one flat colour: nothing to see. Between the two figures it counts in part. */
const DARK = { nothing: 12, enough: 32 } as const;
const FLAT = { nothing: 3, enough: 10 } as const;

/** Motion that makes up half of what motion can add. */
const LIVELY = 6;
/** More than this is a cut or a camera thrown about. */
const WILD = { enough: 40, tooMuch: 80 } as const;

/** What a still, sharp, well lit moment is worth beside a lively one. */
const STILL_WORTH = 0.4;

/** As sharp as the sharpest quarter of the clip, nearly: others are measured against it. */
const SHARPEST_SHARE = 0.75;

/** @param grey pixels of a small picture, row by row; `before` is the picture before, of the same size. */
export function lookAt(grey: Uint8Array, before: Uint8Array | null, { width, height }: Size): FrameLook {
  let sum = 0;
  let squares = 0;
  let edges = 0;
  let difference = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      const value = grey[index] ?? 0;
      sum += value;
      squares += value * value;
      if (x + 1 < width) edges += Math.abs(value - (grey[index + 1] ?? 0));
      if (y + 1 < height) edges += Math.abs(value - (grey[index + width] ?? 0));
      if (before) difference += Math.abs(value - (before[index] ?? 0));
    }
  }
  const count = width * height;
  const brightness = sum / count;
  return {
    brightness,
    contrast: Math.sqrt(Math.max(0, squares / count - brightness * brightness)),
    sharpness: edges / (2 * count),
    motion: difference / count,
  };
}

/**
 * How much there is to see, window by window.
 * @param looks at equal distances, the first at the clip's beginning; `perWindow` of them make a window.
 */
export function highlightCurve(looks: readonly FrameLook[], perWindow: number, windowSeconds: number): HighlightCurve {
  const sharpest = quantile(
    looks.map(({ sharpness }) => sharpness),
    SHARPEST_SHARE,
  );
  const scores: number[] = [];
  for (let first = 0; first < looks.length; first += perWindow) {
    const window = looks.slice(first, first + perWindow);
    scores.push(window.reduce((sum, look) => sum + scoreOf(look, sharpest), 0) / window.length);
  }
  return { windowSeconds, scores };
}

/** 0 to 1. */
function scoreOf({ brightness, contrast, sharpness, motion }: FrameLook, sharpest: number): number {
  const seen = ramp(brightness, DARK.nothing, DARK.enough) * ramp(contrast, FLAT.nothing, FLAT.enough);
  const sharp = sharpest > 0 ? Math.min(1, sharpness / sharpest) : 0;
  const steady = 1 - ramp(motion, WILD.enough, WILD.tooMuch) / 2;
  const lively = (motion / (motion + LIVELY)) * steady;
  // Squared: what is half as sharp as the rest is blurred.
  return seen * sharp * sharp * (STILL_WORTH + (1 - STILL_WORTH) * lively);
}

/** 0 up to `from`, 1 from `to` on, and straight between. */
function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
