import type { PlacedPiece } from '#core/captions/layout.ts';
import type { Point, Rect } from '#core/geometry.ts';
import type { CaptionStyle } from '#core/scene/scene.ts';
import { fontStackFor } from '../../fonts/font-subsets.ts';

/** Paints the words of a caption, each in a cell of its own, so that none has its neighbour's ink. */

/** Half of a capital letter's height, as a fraction of the font size (Inter): lines are centred on it. */
const HALF_CAPITAL = 0.364;
/** Ink above and below the baseline, as fractions of the font size: the tallest letters of the bundled fonts. */
const ASCENT = 1.25;
const DESCENT = 0.55;

/** What all cells of a caption share; lengths in output pixels. */
export interface CaptionInk {
  readonly style: CaptionStyle;
  /** Output pixels per canvas pixel. */
  readonly scale: number;
  readonly fontPixels: number;
  /** Of every piece, in the order of the text. */
  readonly stack: string;
}

export interface Cell {
  /** In the sheet, whole pixels. */
  readonly rect: Rect;
  /** Where its left edge and its baseline's distance from the top lie, from the cell's corner. */
  readonly origin: Point;
}

/** The font of a caption as CSS writes it. @param fontPixels of the canvas. */
export function captionFont(style: CaptionStyle, stack: string, fontPixels: number): string {
  return `${style.fontWeight} ${fontPixels}px ${stack}`;
}

export function captionStack(texts: readonly string[], style: CaptionStyle): string {
  return fontStackFor(texts.join(' '), style.family);
}

/** Where each piece is painted in the sheet: one below the other. */
export function cellsOf(pieces: readonly PlacedPiece[], { style, scale, fontPixels }: CaptionInk): Cell[] {
  const { strokePixels, shadow } = style;
  const shadowReach = shadow ? 2 * shadow.blurPixels + shadow.shiftPixels : 0;
  const margin = Math.ceil((strokePixels + shadowReach) * scale) + 2;
  const ascent = Math.ceil(ASCENT * fontPixels * scale);
  const height = 2 * margin + ascent + Math.ceil(DESCENT * fontPixels * scale);
  return pieces.map(({ width }, index) => ({
    rect: { x: 0, y: index * height, width: Math.ceil(width * scale) + 2 * margin, height },
    origin: { x: margin, y: margin + ascent },
  }));
}

/** Where a cell's corner lies on the picture, in whole output pixels. @param corner of the room that pieces lie in. */
export function cellCorner(piece: PlacedPiece, { origin }: Cell, ink: CaptionInk, corner: Point): Point {
  const baseline = piece.centre + HALF_CAPITAL * ink.fontPixels;
  return {
    x: Math.round((corner.x + piece.x) * ink.scale) - origin.x,
    y: Math.round((corner.y + baseline) * ink.scale) - origin.y,
  };
}

/** All pieces in one colour. The fonts are loaded. */
export function paintSheet(
  pieces: readonly PlacedPiece[],
  cells: readonly Cell[],
  ink: CaptionInk,
  colour: string,
): OffscreenCanvas {
  const last = cells.at(-1)?.rect;
  const width = Math.max(1, ...cells.map(({ rect }) => rect.width));
  const canvas = new OffscreenCanvas(width, last ? last.y + last.height : 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  const { style, scale } = ink;
  context.font = captionFont(style, ink.stack, ink.fontPixels * scale);
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  // A stroke lies half inside the letter, where the fill paints over it.
  context.lineWidth = 2 * style.strokePixels * scale;
  context.strokeStyle = style.stroke;
  context.fillStyle = colour;
  pieces.forEach((piece, index) => {
    const cell = cells[index];
    if (!cell) return;
    const { rect, origin } = cell;
    context.save();
    context.beginPath();
    context.rect(rect.x, rect.y, rect.width, rect.height);
    context.clip();
    context.direction = piece.direction;
    context.textAlign = 'left';
    paintPiece(context, piece.text, { x: rect.x + origin.x, y: rect.y + origin.y }, ink);
    context.restore();
  });
  return canvas;
}

/** The shadow falls from what is painted first, under the rest. */
function paintPiece(
  context: OffscreenCanvasRenderingContext2D,
  text: string,
  { x, y }: Point,
  { style: { strokePixels, shadow }, scale }: CaptionInk,
): void {
  if (shadow) {
    const opacity = Math.round(shadow.opacity * 255);
    context.shadowColor = `${shadow.colour}${opacity.toString(16).padStart(2, '0')}`;
    context.shadowBlur = shadow.blurPixels * scale;
    context.shadowOffsetX = shadow.shiftPixels * scale;
    context.shadowOffsetY = shadow.shiftPixels * scale;
  }
  if (strokePixels > 0) {
    context.strokeText(text, x, y);
    context.shadowColor = 'transparent';
  }
  context.fillText(text, x, y);
}
