import type { Point } from '#core/geometry.ts';

/** Strokes and leaves of which ornaments are made. Lengths in pixels, angles in radians, clockwise from the x axis. */

type Context = OffscreenCanvasRenderingContext2D;

export interface Scroll {
  readonly from: Point;
  readonly heading: number;
  readonly length: number;
  /** Radians turned per pixel, at `t` from 0 (start) to 1 (end). */
  readonly curvature: (t: number) => number;
  /** Width of the stroke, in pixels. */
  readonly width: (t: number) => number;
}

/** A point on a scroll, and the direction in which the scroll runs there. */
export interface ScrollPoint extends Point {
  readonly t: number;
  readonly heading: number;
}

/** Half-pixel steps: finer than a stroke's own soft edge. */
const STEP = 0.5;

/** Follows a scroll from its start to its end. */
export function pathOf({ from, heading, length, curvature }: Scroll): ScrollPoint[] {
  const steps = Math.ceil(length / STEP);
  const points: ScrollPoint[] = [];
  let { x, y } = from;
  let angle = heading;
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    points.push({ x, y, t, heading: angle });
    x += Math.cos(angle) * STEP;
    y += Math.sin(angle) * STEP;
    angle += curvature(t) * STEP;
  }
  return points;
}

/** A stroke whose width changes along its way. */
export function fillScroll(context: Context, scroll: Scroll): void {
  const points = pathOf(scroll);
  const edge = (side: number) =>
    points.map(({ x, y, t, heading }) => {
      const half = (side * scroll.width(t)) / 2;
      return { x: x - Math.sin(heading) * half, y: y + Math.cos(heading) * half };
    });
  context.beginPath();
  for (const { x, y } of [...edge(1), ...edge(-1).reverse()]) context.lineTo(x, y);
  context.closePath();
  context.fill();
  const tip = points.at(-1);
  if (tip) fillDot(context, tip, scroll.width(1) / 2);
}

/** A pointed leaf that grows from `from`. */
export function fillLeaf(context: Context, from: Point, heading: number, length: number, width: number): void {
  context.save();
  context.translate(from.x, from.y);
  context.rotate(heading);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(length * 0.2, -width, length * 0.62, -width * 0.7, length, 0);
  context.bezierCurveTo(length * 0.55, width * 0.22, length * 0.2, width * 0.35, 0, 0);
  context.fill();
  context.restore();
}

export function fillDot(context: Context, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** A lozenge, standing on its point. */
export function fillLozenge(context: Context, { x, y }: Point, halfWidth: number, halfHeight: number): void {
  context.beginPath();
  context.moveTo(x, y - halfHeight);
  context.lineTo(x + halfWidth, y);
  context.lineTo(x, y + halfHeight);
  context.lineTo(x - halfWidth, y);
  context.closePath();
  context.fill();
}
