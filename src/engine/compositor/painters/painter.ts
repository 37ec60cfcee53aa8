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
