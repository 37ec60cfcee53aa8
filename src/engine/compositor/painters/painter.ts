import type { Container } from 'pixi.js';
import type { Rect, Size } from '#core/geometry.ts';
import type { SceneLayer } from '#core/scene/scene.ts';
import type { Pictures } from '../compositor.ts';

/** Draws the layers of one kind, one layer at a time. Keeps its nodes and textures from frame to frame. */
export interface Painter<Layer extends SceneLayer = SceneLayer> {
  readonly node: Container;
  paint(layer: Layer, context: PaintContext): void;
  /** Frees textures and nodes. */
  dispose(): void;
}

/** What a layer is drawn with. */
export interface PaintContext {
  /** Of what is drawn, in pixels. */
  readonly output: Size;
  /** Canvas of the scene, in its own pixels. */
  readonly canvas: Size;
  /** Output pixels per canvas pixel, along the shorter side. */
  readonly scale: number;
  /** What opaque layers above will hide, in output pixels, or null. */
  readonly cover: Rect | null;
  readonly pictures: Pictures;
}

/** A rectangle of the scene's canvas in output pixels. */
export function toOutput(rect: Rect, { output, canvas }: Pick<PaintContext, 'output' | 'canvas'>): Rect {
  const x = output.width / canvas.width;
  const y = output.height / canvas.height;
  return { x: rect.x * x, y: rect.y * y, width: rect.width * x, height: rect.height * y };
}

/** Graphics cards place edges at least this finely, in pixels: WebGL promises four bits of a pixel's fraction. */
const CARD_STEP = 1 / 16;

/**
 * As `toOutput`, for what has hard edges. Both backends paint the pixels whose middles lie inside, but an edge through
 * middles is a tie that they break differently. So such an edge is kept a step off, on the side where Skia leaves it.
 */
export function toHardEdges(rect: Rect, context: Pick<PaintContext, 'output' | 'canvas'>): Rect {
  const { x, y, width, height } = toOutput(rect, context);
  const left = offMiddle(x);
  const top = offMiddle(y);
  return { x: left, y: top, width: offMiddle(x + width) - left, height: offMiddle(y + height) - top };
}

function offMiddle(edge: number): number {
  const middle = Math.floor(edge) + 0.5;
  if (Math.abs(edge - middle) >= CARD_STEP) return edge;
  return edge < middle ? middle - CARD_STEP : middle + CARD_STEP;
}
