import type { Size } from '../geometry.ts';

/** Pictures are 8-bit I420 without padding, limited-range BT.709, as the compositor gives them. */

/** Equal pictures have no noise at all; a number keeps reports JSON. */
const HIGHEST_DECIBELS = 99;

/** One value of so many is compared: enough for a mean over millions of them. */
const VALUE_STEP = 3;

/** Peak signal-to-noise ratio of 8-bit values, in dB, at most 99. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n += VALUE_STEP) {
    const difference = (a[n] as number) - (b[n] as number);
    sum += difference * difference;
  }
  return decibelsOf(sum / Math.ceil(a.length / VALUE_STEP));
}

function psnrOfMeans(a: Float32Array, b: Float32Array): number {
  const sum = a.reduce((total, value, n) => total + (value - (b[n] as number)) ** 2, 0);
  return decibelsOf(sum / a.length);
}

/** @param error mean square. */
function decibelsOf(error: number): number {
  return Math.min(HIGHEST_DECIBELS, 10 * Math.log10((255 * 255) / error));
}

/**
 * How like what was drawn a picture is, in dB: over every value of all planes, or over the means of blocks where those
 * are more alike. Where there is more detail than the bit rate holds, noise above all, an encoder leaves it out.
 */
export function likeness(found: Uint8Array, drawn: Uint8Array, size: Size): number {
  const plain = psnr(found, drawn);
  return plain >= RICH_DECIBELS
    ? plain
    : Math.max(plain, psnrOfMeans(planeMeans(found, size), planeMeans(drawn, size)));
}

/** Above it nothing was left out that matters: most frames are. */
const RICH_DECIBELS = 35;

/** Side of a block, in pixels of luma: the noise of a codec averages out in it, a picture's movement does not. */
const BLOCK = 16;

/** Mean luma of every whole block, row by row: what a picture shows, without what encoding did to it. */
export function blockMeans(picture: Uint8Array, size: Size): Float32Array {
  return meansOf(picture, size, BLOCK);
}

/** The same of all three planes, one after the other. */
function planeMeans(picture: Uint8Array, { width, height }: Size): Float32Array {
  const half = { width: width / 2, height: height / 2 };
  const luma = width * height;
  const means = [
    meansOf(picture, { width, height }, BLOCK),
    meansOf(picture.subarray(luma, luma * 1.25), half, BLOCK / 2),
    meansOf(picture.subarray(luma * 1.25), half, BLOCK / 2),
  ];
  const all = new Float32Array(means.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const plane of means) {
    all.set(plane, offset);
    offset += plane.length;
  }
  return all;
}

function meansOf(plane: Uint8Array, { width, height }: Size, block: number): Float32Array {
  const columns = Math.max(1, Math.floor(width / block));
  const rows = Math.max(1, Math.floor(height / block));
  const means = new Float32Array(columns * rows);
  const [across, down] = [Math.min(block, width), Math.min(block, height)];
  for (let row = 0; row < rows; row++) {
    for (let y = row * block; y < row * block + down; y++) {
      for (let column = 0; column < columns; column++) {
        const start = y * width + column * block;
        let sum = 0;
        for (let n = start; n < start + across; n++) sum += plane[n] as number;
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
