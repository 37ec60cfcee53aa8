import type { TextLayer } from '#core/scene/scene.ts';
import { graphemesOf, textDirection } from '#core/text/wrap-text.ts';
import { fontStackFor } from '../../fonts/font-subsets.ts';
import { fitText } from './fit-text.ts';

/** What is painted; where it then lies is the painter's. */
export type PaintedText = Pick<TextLayer, 'text' | 'style' | 'box' | 'visibleCharacters'>;

/** Space left free at each side of the box, in canvas pixels: the frame runs there. */
const SIDE_MARGIN = 40;

/** Half of a capital letter's height, as a fraction of the font size (Inter): lines are centred on it. */
const HALF_CAPITAL = 0.364;

/**
 * Paints text wrapped and centred in a box, in a smaller size where it would not fit.
 * @param context scaled to canvas pixels; its origin is the box's top left. The fonts are loaded.
 */
export function paintText(
  context: OffscreenCanvasRenderingContext2D,
  { text, style, box, visibleCharacters }: PaintedText,
): void {
  const stack = fontStackFor(text, style.family, style.font);
  const fontOf = (fontPixels: number) => `${style.fontWeight} ${fontPixels}px ${stack}`;
  const measure = (line: string, fontPixels: number) => {
    context.font = fontOf(fontPixels);
    return context.measureText(line).width;
  };
  const room = { width: box.width - 2 * SIDE_MARGIN, height: box.height - 2 * style.strokePixels };
  const { lines, fontPixels } = fitText(text, style, room, measure);
  context.font = fontOf(fontPixels);
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  // A stroke lies half inside the letter, where the fill paints over it.
  context.lineWidth = 2 * style.strokePixels;
  context.strokeStyle = style.stroke;
  context.fillStyle = style.fill;
  const lineHeight = fontPixels * style.lineHeight;
  const firstCentre = box.height / 2 - ((lines.length - 1) * lineHeight) / 2;
  const shown = visibleParts(lines, visibleCharacters);
  // All strokes first, so that no line's stroke lies on its neighbour's letters.
  for (const paint of [context.strokeText, context.fillText]) {
    lines.forEach((line, index) => {
      const direction = textDirection(line);
      context.direction = direction;
      const baseline = firstCentre + index * lineHeight + HALF_CAPITAL * fontPixels;
      const part = shown[index] ?? '';
      // A line that is still being typed begins where it will begin when it is whole.
      const halfWidth = part === line ? 0 : measure(line, fontPixels) / 2;
      context.textAlign = part === line ? 'center' : 'start';
      paint.call(context, part, box.width / 2 + (direction === 'rtl' ? halfWidth : -halfWidth), baseline);
    });
  }
}

/** Of each line what is visible when only the first `count` grapheme clusters of the text are; null shows all. */
function visibleParts(lines: readonly string[], count: number | null): readonly string[] {
  if (count === null) return lines;
  let left = count;
  return lines.map((line) => {
    const part = graphemesOf(line).slice(0, left);
    left -= part.length;
    return part.join('');
  });
}
