import { Container } from 'pixi.js';
import type { TextLayer } from '#core/scene/scene.ts';
import { paintText } from '../text/paint-text.ts';
import { BitmapPieces } from './bitmap-pieces.ts';
import { inkBounds } from './ink.ts';
import { type PaintContext, type Painter, toOutput } from './painter.ts';

/** Text, painted once by the browser's own shaping, then drawn as a picture cropped to its ink. */
export class TextPainter implements Painter<TextLayer> {
  readonly node = new Container();
  private pieces: BitmapPieces | null = null;
  private painted = '';

  paint(layer: TextLayer, context: PaintContext): void {
    this.place(layer, context);
    const { text, style, box, visibleCharacters } = layer;
    const key = JSON.stringify([text, style, box, visibleCharacters, context.output, context.canvas]);
    if (key === this.painted) return;
    this.pieces?.dispose();
    this.pieces = renderText(layer, context);
    if (this.pieces) this.node.addChild(this.pieces.node);
    this.painted = key;
  }

  /** An entrance moves what is painted, about the middle of its box. */
  private place({ box, shift, scale, opacity }: TextLayer, context: PaintContext): void {
    const { x, y, width, height } = toOutput(box, context);
    const middle = { x: x + width / 2, y: y + height / 2 };
    this.node.pivot.set(middle.x, middle.y);
    this.node.position.set(middle.x + shift.x * context.scale, middle.y + shift.y * context.scale);
    this.node.scale.set(scale);
    this.node.alpha = opacity;
  }

  dispose(): void {
    this.pieces?.dispose();
    this.node.destroy();
  }
}

function renderText(layer: TextLayer, context: PaintContext): BitmapPieces | null {
  const box = toOutput(layer.box, context);
  const origin = { x: Math.round(box.x), y: Math.round(box.y) };
  const size = { width: Math.ceil(box.width), height: Math.ceil(box.height) };
  // The canvas is the banner: nothing can be painted beside it.
  const canvas = new OffscreenCanvas(size.width, size.height);
  const painter = canvas.getContext('2d', { willReadFrequently: true });
  if (!painter) throw new Error('This browser gives workers no 2D canvas.');
  painter.scale(context.scale, context.scale);
  paintText(painter, layer);
  const ink = inkBounds(painter.getImageData(0, 0, size.width, size.height).data, size);
  if (!ink) return null;
  const cropped = new OffscreenCanvas(ink.width, ink.height);
  const cropper = cropped.getContext('2d', { willReadFrequently: true });
  if (!cropper) throw new Error('This browser gives workers no 2D canvas.');
  cropper.drawImage(canvas, -ink.x, -ink.y);
  const whole = { x: 0, y: 0, width: ink.width, height: ink.height };
  return new BitmapPieces(cropped.transferToImageBitmap(), [whole], { x: origin.x + ink.x, y: origin.y + ink.y });
}
