import type { Rect } from '#core/geometry.ts';
import type { TextStyle } from '#core/scene/scene.ts';
import { fontStackFor } from '../../fonts/font-subsets.ts';
import { fitText } from './fit-text.ts';
import { textDirection } from './wrap-text.ts';

/** Space left free at each side of the box, in canvas pixels: the frame runs there. */
const SIDE_MARGIN = 40;

/** Half of a capital letter's height, as a fraction of the font size (Inter): lines are centred on it. */
const HALF_CAPITAL = 0.364;

/**
 * Paints text wrapped and centred in a box, in a smaller size where it would not fit.
 * @param context scaled to canvas pixels; its origin is the box's top left. The fonts are loaded.
 */
export function paintText(context: OffscreenCanvasRenderingContext2D, text: string, style: TextStyle, box: Rect): void {
  const stack = fontStackFor(text);
  const fontOf = (fontPixels: number) => `${style.fontWeight} ${fontPixels}px ${stack}`;
  const measure = (line: string, fontPixels: number) => {
    context.font = fontOf(fontPixels);
    return context.measureText(line).width;
  };
  const room = { width: box.width - 2 * SIDE_MARGIN, height: box.height - 2 * style.strokePixels };
  const { lines, fontPixels } = fitText(text, style, room, measure);
  context.font = fontOf(fontPixels);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  // A stroke lies half inside the letter, where the fill paints over it.
  context.lineWidth = 2 * style.strokePixels;
  context.strokeStyle = style.stroke;
  context.fillStyle = style.fill;
  const lineHeight = fontPixels * style.lineHeight;
  const firstCentre = box.height / 2 - ((lines.length - 1) * lineHeight) / 2;
  // All strokes first, so that no line's stroke lies on its neighbour's letters.
  for (const paint of [context.strokeText, context.fillText]) {
    lines.forEach((line, index) => {
      context.direction = textDirection(line);
      paint.call(context, line, box.width / 2, firstCentre + index * lineHeight + HALF_CAPITAL * fontPixels);
    });
  }
}
