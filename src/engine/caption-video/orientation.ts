import type { Rect, Size } from '#core/geometry.ts';
import type { Rotation } from '#core/media/asset.ts';

/** How a decoded picture lies in comparison to what a viewer sees. */
export interface Orientation {
  /** Of the decoded picture, in its own pixels. */
  readonly stored: Size;
  /** As a viewer sees it: upright, in square pixels. */
  readonly shown: Size;
  /** Clockwise, by which a player turns the decoded picture. */
  readonly rotation: Rotation;
  /** Mirrored left and right after that. */
  readonly flip: boolean;
}

/** As `DOMMatrix`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Cosine and sine without rounding errors. */
const TURNS: Record<Rotation, readonly [number, number]> = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] };

/** Takes points of the picture as shown to the decoded one. */
export function toStored({ stored, shown, rotation, flip }: Orientation): Matrix {
  const [cos, sin] = TURNS[rotation];
  const [along, across] = rotation % 180 === 0 ? [shown.width, shown.height] : [shown.height, shown.width];
  const [scaleX, scaleY] = [stored.width / along, stored.height / across];
  const mirror = flip ? -1 : 1;
  // About both middles: mirrored, turned back, squeezed into the pixels of the file.
  const [a, b] = [scaleX * cos * mirror, -scaleY * sin * mirror];
  const [c, d] = [scaleX * sin, scaleY * cos];
  const [middleX, middleY] = [shown.width / 2, shown.height / 2];
  return [a, b, c, d, stored.width / 2 - a * middleX - c * middleY, stored.height / 2 - b * middleX - d * middleY];
}

export function isUpright({ stored, shown, rotation, flip }: Orientation): boolean {
  return rotation === 0 && !flip && stored.width === shown.width && stored.height === shown.height;
}

/** The smallest rectangle of even numbers around what a rectangle becomes, inside `size` (even); null where none is left. */
export function evenBounds({ x, y, width, height }: Rect, [a, b, c, d, e, f]: Matrix, size: Size): Rect | null {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
  const xs = corners.map(([left, top]) => a * left + c * top + e);
  const ys = corners.map(([left, top]) => b * left + d * top + f);
  const [left, right] = evenSpan(Math.min(...xs), Math.max(...xs), size.width);
  const [top, bottom] = evenSpan(Math.min(...ys), Math.max(...ys), size.height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

function evenSpan(from: number, to: number, most: number): [number, number] {
  // A turn leaves rounding errors behind: they are no reason to take a pixel more.
  const slack = 1e-6;
  const first = 2 * Math.floor((from + slack) / 2);
  const last = 2 * Math.ceil((to - slack) / 2);
  return [Math.max(0, first), Math.min(most, last)];
}
