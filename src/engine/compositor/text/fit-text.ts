import type { Size } from '#core/geometry.ts';
import type { TextStyle } from '#core/scene/scene.ts';
import { wrapText } from '#core/text/wrap-text.ts';

/** Text broken into lines, in the size in which they fit. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly fontPixels: number;
}

/** One step down, as a factor. */
const SHRINK = 0.95;

/** Halvings of the room in search of the narrowest column: to within 1/256 of it. */
const BALANCE_STEPS = 8;
/** Below this nobody reads anything: what still does not fit (hundreds of line breaks) is cut off at the box. */
const SMALLEST_FONT_PIXELS = 4;

/** Wraps text in the largest size, up to the style's own, in which all lines fit in `room`. */
export function fitText(
  text: string,
  style: Pick<TextStyle, 'fontPixels' | 'lineHeight'>,
  room: Size,
  measure: (line: string, fontPixels: number) => number,
): FittedText {
  for (let fontPixels = style.fontPixels; ; fontPixels *= SHRINK) {
    const lines = wrapText(text, room.width, (line) => measure(line, fontPixels));
    const fits =
      lines.length * fontPixels * style.lineHeight <= room.height &&
      lines.every((line) => measure(line, fontPixels) <= room.width);
    if (!fits && fontPixels >= SMALLEST_FONT_PIXELS) continue;
    const widthOf = (line: string) => measure(line, fontPixels);
    return { lines: lines.length > 1 ? balanced(text, lines.length, room.width, widthOf) : lines, fontPixels };
  }
}

/** The same number of lines in the narrowest column: no word, and no emoji, is left alone on the last one. */
function balanced(text: string, lineCount: number, width: number, measure: (line: string) => number): string[] {
  let [tooNarrow, wideEnough] = [0, width];
  for (let step = 0; step < BALANCE_STEPS; step++) {
    const middle = (tooNarrow + wideEnough) / 2;
    const fits = wrapText(text, middle, measure).length <= lineCount;
    if (fits) wideEnough = middle;
    else tooNarrow = middle;
  }
  return wrapText(text, wideEnough, measure);
}
