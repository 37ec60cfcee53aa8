/** Sizes and rectangles. Pixels, origin at the top left, y downwards. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point, Size {}

/** A point of a picture as fractions (0 to 1) of its width and height. */
export type FocusPoint = Point;

export const CENTRE: FocusPoint = { x: 0.5, y: 0.5 };

export function centredRect(size: Size, within: Size): Rect {
  return {
    x: (within.width - size.width) / 2,
    y: (within.height - size.height) / 2,
    width: size.width,
    height: size.height,
  };
}

export function scaleSize(size: Size, factor: number): Size {
  return { width: size.width * factor, height: size.height * factor };
}

/** Grows (or shrinks) a rectangle about its own centre. */
export function scaleRectAboutCentre(rect: Rect, factor: number): Rect {
  const width = rect.width * factor;
  const height = rect.height * factor;
  return { x: rect.x - (width - rect.width) / 2, y: rect.y - (height - rect.height) / 2, width, height };
}

/**
 * The largest part of `source` that has the shape of `target`, as near to `focus` as the edges allow.
 * @returns a rectangle in source pixels.
 */
export function coverCrop(source: Size, target: Size, focus: FocusPoint): Rect {
  const scale = Math.max(target.width / source.width, target.height / source.height);
  const width = Math.min(source.width, target.width / scale);
  const height = Math.min(source.height, target.height / scale);
  return {
    x: clamp(focus.x * source.width - width / 2, 0, source.width - width),
    y: clamp(focus.y * source.height - height / 2, 0, source.height - height),
    width,
    height,
  };
}

/** The largest rectangle with the shape of `source` that fits in `box`, centred in it. */
export function containRect(source: Size, box: Rect): Rect {
  const scale = Math.min(box.width / source.width, box.height / source.height);
  const fitted = scaleSize(source, scale);
  return {
    x: box.x + (box.width - fitted.width) / 2,
    y: box.y + (box.height - fitted.height) / 2,
    ...fitted,
  };
}

/** True where `inner` lies wholly in `outer` (edges may touch). */
export function containsRect(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
