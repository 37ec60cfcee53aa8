import type { Size } from '../geometry.ts';

/** Pictures are 8-bit I420 without padding, limited-range BT.709, as the compositor gives them. */

/** Equal pictures have no noise at all; a number keeps reports JSON. */
const HIGHEST_DECIBELS = 99;

/** Peak signal-to-noise ratio over all three planes together, in dB, at most 99. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) {
    const difference = (a[n] as number) - (b[n] as number);
    sum += difference * difference;
  }
  const decibels = 10 * Math.log10((255 * 255 * a.length) / sum);
  return Math.min(HIGHEST_DECIBELS, decibels);
}

/** Side of a block, in pixels: the noise of a codec averages out in it, a picture's movement does not. */
const BLOCK = 16;

/** Mean luma of every whole block, row by row: what a picture shows, without what encoding did to it. */
export function blockMeans(picture: Uint8Array, { width, height }: Size): Float32Array {
  const columns = Math.max(1, Math.floor(width / BLOCK));
  const rows = Math.max(1, Math.floor(height / BLOCK));
  const means = new Float32Array(columns * rows);
  const [across, down] = [Math.min(BLOCK, width), Math.min(BLOCK, height)];
  for (let row = 0; row < rows; row++) {
    for (let y = row * BLOCK; y < row * BLOCK + down; y++) {
      for (let column = 0; column < columns; column++) {
        const start = y * width + column * BLOCK;
        let sum = 0;
        for (let n = start; n < start + across; n++) sum += picture[n] as number;
        means[row * columns + column] = (means[row * columns + column] as number) + sum;
      }
    }
  }
  return means.map((sum) => sum / (across * down));
}

/** Mean absolute difference, in levels of luma. */
export function meanDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += Math.abs((a[n] as number) - (b[n] as number));
  return sum / Math.max(1, a.length);
}

/** Distance of the points at which every frame is looked at, in pixels. */
const POINT_STEP = 16;

/** Luma at a grid of points: enough to see black and standstill, and quick enough for every frame. */
export function lumaPoints(picture: Uint8Array, { width, height }: Size): Uint8Array {
  const offset = POINT_STEP / 2;
  const columns = Math.max(1, Math.floor((width + offset) / POINT_STEP));
  const rows = Math.max(1, Math.floor((height + offset) / POINT_STEP));
  const points = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    // Every second row is shifted, so that no upright line lies between all points.
    const shift = row % 2 === 0 ? 0 : offset;
    const start = Math.min(row * POINT_STEP, height - 1) * width;
    for (let column = 0; column < columns; column++) {
      points[row * columns + column] = picture[start + Math.min(column * POINT_STEP + shift, width - 1)] as number;
    }
  }
  return points;
}

/** Luma of what counts as black: the studio's own ground (`#050505`) is 20, and encoding adds a little. */
const BLACK_LUMA = 40;
/** Where a picture that is not black has at least this share of its points clearly above it. */
const LIT_SHARE = 0.01;
const LIT_LUMA = 60;

export function isBlack(points: Uint8Array): boolean {
  return points.every((luma) => luma <= BLACK_LUMA);
}

/** Clearly more than black; dark pictures are neither this nor black. */
export function isLit(points: Uint8Array): boolean {
  const lit = points.reduce((count, luma) => (luma >= LIT_LUMA ? count + 1 : count), 0);
  return lit >= LIT_SHARE * points.length;
}

/** Two frames in a row that differ by less are taken to show the same; what was encoded again differs by nothing. */
const STILL_LEVELS = 0.1;

export function isStill(before: Uint8Array, after: Uint8Array): boolean {
  return meanDistance(before, after) < STILL_LEVELS;
}
