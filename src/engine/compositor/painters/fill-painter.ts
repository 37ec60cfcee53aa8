import { areaAround } from '#core/scene/occlusion.ts';
import type { FillLayer } from '#core/scene/scene.ts';
import { type PaintContext, type Painter, toOutput } from './painter.ts';
import { SolidRects } from './solid-rects.ts';

/** A plain area, painted only where nothing opaque lies over it. */
export class FillPainter implements Painter<FillLayer> {
  private readonly rects = new SolidRects();
  readonly node = this.rects.node;

  paint(layer: FillLayer, context: PaintContext): void {
    this.node.alpha = layer.opacity;
    this.rects.set(layer.colour, areaAround(toOutput(layer.area, context), context.cover));
  }

  dispose(): void {
    this.rects.dispose();
  }
}
