import type { Size } from '#core/geometry.ts';
import type { TextStyle } from '#core/scene/scene.ts';
import { wrapText } from './wrap-text.ts';

/** Text broken into lines, in the size in which they fit. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly fontPixels: number;
}

/** One step down, as a factor. */
const SHRINK = 0.95;

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
    if (fits || fontPixels < SMALLEST_FONT_PIXELS) return { lines, fontPixels };
  }
}
