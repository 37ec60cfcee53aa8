import { Container } from 'pixi.js';
import type { Size } from '#core/geometry.ts';
import type { FrameLayer } from '#core/scene/scene.ts';
import { paintFrame } from '../frames/paint-frame.ts';
import { BitmapPieces } from './bitmap-pieces.ts';
import { inkRects } from './ink.ts';
import type { PaintContext, Painter } from './painter.ts';

/** Side of the squares in which a frame's ink is looked for, in output pixels. */
const INK_TILE_PIXELS = 10;

/** A built-in frame: painted once for a size, then drawn only where it has ink. */
export class FramePainter implements Painter<FrameLayer> {
  readonly node = new Container();
  private pieces: BitmapPieces | null = null;
  private painted = '';

  paint(layer: FrameLayer, context: PaintContext): void {
    const { width, height } = context.output;
    const key = `${layer.preset} ${layer.colour} ${width}x${height} ${context.scale}`;
    if (key === this.painted) return;
    this.pieces?.dispose();
    this.pieces = renderFrame(layer, context.output, context.scale);
    this.node.addChild(this.pieces.node);
    this.painted = key;
  }

  dispose(): void {
    this.pieces?.dispose();
    this.node.destroy();
  }
}

function renderFrame(layer: FrameLayer, size: Size, scale: number): BitmapPieces {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  context.scale(scale, scale);
  paintFrame(context, layer, { width: size.width / scale, height: size.height / scale });
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const pieces = inkRects(data, size, INK_TILE_PIXELS);
  return new BitmapPieces(canvas.transferToImageBitmap(), pieces);
}
