import { containsRect, type Rect } from '../geometry.ts';
import type { Scene, SceneLayer } from './scene.ts';

/**
 * What opaque content hides, so that the engine need not paint it. Most of an atmosphere lies under the photo.
 */

/** The area that `layer` paints without a gap, or null. */
function solidArea(layer: SceneLayer): Rect | null {
  if (layer.kind === 'fill' && layer.opacity === 1) return layer.area;
  if (layer.kind === 'picture' && layer.opaque && layer.opacity === 1) return layer.area;
  return null;
}

/** For each layer, the largest solid area that a layer above it paints, or null where nothing covers it. */
export function coversAbove(scene: Scene): (Rect | null)[] {
  const covers = new Array<Rect | null>(scene.layers.length).fill(null);
  let cover: Rect | null = null;
  for (let index = scene.layers.length - 1; index >= 0; index--) {
    covers[index] = cover;
    const solid = solidArea(scene.layers[index] as SceneLayer);
    if (solid && (!cover || areaOf(solid) > areaOf(cover))) cover = solid;
  }
  return covers;
}

/** True where `area` would not be seen. */
export function isCovered(area: Rect, cover: Rect | null): boolean {
  return cover !== null && containsRect(cover, area);
}

/**
 * `area` less `hole`, as up to four rectangles: above, below, left and right of it.
 * The hole is shrunk to whole pixels first, so that its soft edge is still painted under.
 */
export function areaAround(area: Rect, hole: Rect | null): Rect[] {
  if (!hole) return [area];
  const left = Math.max(area.x, Math.ceil(hole.x));
  const top = Math.max(area.y, Math.ceil(hole.y));
  const right = Math.min(area.x + area.width, Math.floor(hole.x + hole.width));
  const bottom = Math.min(area.y + area.height, Math.floor(hole.y + hole.height));
  if (right <= left || bottom <= top) return [area];
  const areaRight = area.x + area.width;
  const areaBottom = area.y + area.height;
  return [
    { x: area.x, y: area.y, width: area.width, height: top - area.y },
    { x: area.x, y: bottom, width: area.width, height: areaBottom - bottom },
    { x: area.x, y: top, width: left - area.x, height: bottom - top },
    { x: right, y: top, width: areaRight - right, height: bottom - top },
  ].filter((rect) => rect.width > 0 && rect.height > 0);
}

function areaOf(rect: Rect): number {
  return rect.width * rect.height;
}
