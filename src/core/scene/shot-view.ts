import { clamp, type FocusPoint, type Point } from '../geometry.ts';
import { shotsOf, type Timeline } from '../timeline/timeline.ts';
import { shotLayersAt } from './scene-at.ts';

/** How the picture of a shot lies on the canvas at one frame. */
export interface ShotView {
  /** Where a point of the picture is drawn, in pixels of the canvas; beyond it where the point is cut off. */
  toCanvas(point: FocusPoint): Point;
  /** The point of the picture under a point of the canvas, held inside the picture. */
  toPicture(point: Point): FocusPoint;
}

/**
 * Without the transition that the shot may be in.
 * @param shot which shot of the timeline, from 0, and on at `frame`.
 * @returns null where there is no such shot.
 */
export function shotViewAt(timeline: Timeline, shot: number, frame: number): ShotView | null {
  const shots = shotsOf(timeline);
  const size = shots[shot]?.sourceSize;
  const layers = shotLayersAt(timeline, shots, shot, frame);
  const layer = layers.find((each) => each.kind === 'picture' && !each.blurred);
  if (!size || layer?.kind !== 'picture') return null;
  const { crop, part, area } = layer;
  return {
    toCanvas: ({ x, y }) => ({
      x: area.x + (((x * size.width - crop.x) / crop.width - part.x) / part.width) * area.width,
      y: area.y + (((y * size.height - crop.y) / crop.height - part.y) / part.height) * area.height,
    }),
    toPicture: ({ x, y }) => ({
      x: clamp((crop.x + (part.x + ((x - area.x) / area.width) * part.width) * crop.width) / size.width, 0, 1),
      y: clamp((crop.y + (part.y + ((y - area.y) / area.height) * part.height) * crop.height) / size.height, 0, 1),
    }),
  };
}
