import { Container, ImageSource, Rectangle, Sprite, Texture } from 'pixi.js';
import { type CaptionLayout, layoutCaption, type PlacedPiece } from '#core/captions/layout.ts';
import type { Rect } from '#core/geometry.ts';
import type { CaptionLayer, CaptionWord } from '#core/scene/scene.ts';
import { graphemesOf } from '#core/text/wrap-text.ts';
import {
  type CaptionInk,
  type Cell,
  captionFont,
  captionStack,
  cellCorner,
  cellsOf,
  paintSheet,
} from '../text/caption-sheet.ts';
import { BitmapPieces } from './bitmap-pieces.ts';
import type { PaintContext, Painter } from './painter.ts';

/**
 * Captions: their words are painted once for each colour by the browser's own shaping; from frame to frame only what is
 * shown of them, how large and how opaque changes.
 */
export class CaptionPainter implements Painter<CaptionLayer> {
  readonly node = new Container();
  private caption: PaintedCaption | null = null;
  private painted = '';

  paint(layer: CaptionLayer, context: PaintContext): void {
    const texts = layer.words.map(({ text, joined, startsLine }) => [text, joined, startsLine]);
    const key = JSON.stringify([texts, layer.area, layer.anchor, layer.style, context.output, context.canvas]);
    if (key !== this.painted || !this.caption) {
      this.caption?.dispose();
      this.caption = new PaintedCaption(layer, context);
      this.node.addChild(this.caption.node);
      this.painted = key;
    }
    this.caption.show(layer);
  }

  dispose(): void {
    this.caption?.dispose();
    this.node.destroy();
  }
}

/** One caption set in lines. Owns its nodes, textures and pictures. */
class PaintedCaption {
  readonly node = new Container();
  private readonly layout: CaptionLayout;
  private readonly ink: CaptionInk;
  private readonly cells: readonly Cell[];
  private readonly box: BitmapPieces | null;
  private readonly sprites: Sprite[] = [];
  /** What is painted in each colour. */
  private readonly sheets = new Map<string, Sheet>();
  /** What each sprite shows: its texture is made anew only where that changes. */
  private readonly shown: string[] = [];
  private readonly measure: (text: string, fontPixels: number) => number;

  constructor(layer: CaptionLayer, { scale }: PaintContext) {
    const { style, area, words, anchor } = layer;
    const stack = captionStack(
      words.map(({ text }) => text),
      style,
    );
    this.measure = measureIn(style, stack);
    this.layout = layoutCaption(words, style, area, anchor, this.measure);
    this.ink = { style, scale, fontPixels: this.layout.fontPixels, stack };
    this.cells = cellsOf(this.layout.pieces, this.ink);
    this.box = paintBox(layer, this.layout, scale);
    if (this.box) this.node.addChild(this.box.node);
    this.layout.pieces.forEach((piece, index) => {
      const cell = this.cells[index];
      if (!cell) return;
      const sprite = new Sprite(Texture.EMPTY);
      const corner = cellCorner(piece, cell, this.ink, area);
      const middle = { x: cell.rect.width / 2, y: cell.rect.height / 2 };
      sprite.pivot.set(middle.x, middle.y);
      sprite.position.set(corner.x + middle.x, corner.y + middle.y);
      this.sprites.push(this.node.addChild(sprite));
    });
  }

  show({ words, boxOpacity }: CaptionLayer): void {
    if (this.box) this.box.node.alpha = boxOpacity;
    this.layout.pieces.forEach((piece, index) => {
      const [sprite, cell, word] = [this.sprites[index], this.cells[index], words[piece.word]];
      if (!sprite || !cell || !word) return;
      const rect = visibleRect(piece, word, cell, (text) => this.measure(text, this.ink.fontPixels) * this.ink.scale);
      sprite.visible = word.opacity > 0 && rect !== null;
      if (!sprite.visible || !rect) return;
      sprite.alpha = word.opacity;
      sprite.scale.set(word.scale);
      this.showPart(sprite, index, word.colour, cell, rect);
    });
  }

  dispose(): void {
    this.box?.dispose();
    for (const sprite of this.sprites) freeTexture(sprite);
    this.node.destroy({ children: true });
    for (const sheet of this.sheets.values()) sheet.dispose();
  }

  private showPart(sprite: Sprite, index: number, colour: string, cell: Cell, rect: Rect): void {
    const key = `${colour} ${rect.x} ${rect.width}`;
    if (this.shown[index] === key) return;
    this.shown[index] = key;
    freeTexture(sprite);
    const frame = new Rectangle(rect.x, rect.y, rect.width, rect.height);
    sprite.texture = new Texture({ source: this.sheetOf(colour).source, frame });
    // Part of a word keeps its place, whichever side it is cut on.
    sprite.pivot.set(cell.rect.width / 2 - (rect.x - cell.rect.x), cell.rect.height / 2);
  }

  private sheetOf(colour: string): Sheet {
    const known = this.sheets.get(colour);
    if (known) return known;
    const sheet = new Sheet(paintSheet(this.layout.pieces, this.cells, this.ink, colour).transferToImageBitmap());
    this.sheets.set(colour, sheet);
    return sheet;
  }
}

/** A painted picture and its place on the graphics card. */
class Sheet {
  readonly source: ImageSource;

  constructor(private readonly image: ImageBitmap) {
    this.source = new ImageSource({ resource: image });
  }

  dispose(): void {
    this.source.destroy();
    this.image.close();
  }
}

function freeTexture(sprite: Sprite): void {
  const { texture } = sprite;
  sprite.texture = Texture.EMPTY;
  if (texture !== Texture.EMPTY) texture.destroy(false);
}

/** What of a cell is shown of a word that is being typed, or null where nothing is. */
function visibleRect(
  piece: PlacedPiece,
  { visibleCharacters }: CaptionWord,
  { rect, origin }: Cell,
  widthOf: (text: string) => number,
): Rect | null {
  if (visibleCharacters === null) return rect;
  const graphemes = graphemesOf(piece.text);
  const count = visibleCharacters - graphemesOf(piece.before).length;
  if (count <= 0) return null;
  if (count >= graphemes.length) return rect;
  const width = origin.x + Math.round(widthOf(graphemes.slice(0, count).join('')));
  return piece.direction === 'rtl' ? { ...rect, x: rect.x + rect.width - width, width } : { ...rect, width };
}

function measureIn(style: CaptionLayer['style'], stack: string): (text: string, fontPixels: number) => number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  return (text, fontPixels) => {
    context.font = captionFont(style, stack, fontPixels);
    return context.measureText(text).width;
  };
}

/** A box behind each line, all of one shape, so that where they meet none shows through the other. */
function paintBox(
  { style: { box }, area }: CaptionLayer,
  { lines }: CaptionLayout,
  scale: number,
): BitmapPieces | null {
  if (!box) return null;
  const shapes = lines.map(({ x, y, width, height }) => ({
    x: (area.x + x - box.paddingPixels) * scale,
    y: (area.y + y) * scale,
    width: (width + 2 * box.paddingPixels) * scale,
    height: height * scale,
  }));
  const left = Math.floor(Math.min(...shapes.map(({ x }) => x)));
  const top = Math.floor(Math.min(...shapes.map(({ y }) => y)));
  const size = {
    width: Math.ceil(Math.max(...shapes.map(({ x, width }) => x + width))) - left,
    height: Math.ceil(Math.max(...shapes.map(({ y, height }) => y + height))) - top,
  };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  context.beginPath();
  for (const { x, y, width, height } of shapes) {
    context.roundRect(x - left, y - top, width, height, box.radiusPixels * scale);
  }
  context.globalAlpha = box.opacity;
  context.fillStyle = box.colour;
  context.fill();
  return new BitmapPieces(canvas.transferToImageBitmap(), [{ x: 0, y: 0, ...size }], { x: left, y: top });
}
