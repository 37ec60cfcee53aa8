import { type Rect, type Size, scaleSize } from '../geometry.ts';
import type { LogoChoice } from '../project/logo.ts';
import { commonSafeArea } from './safe-areas.ts';

/**
 * Where a logo lies, in pixels of the canvas: in its corner of what every platform leaves free.
 * @param source size of its picture.
 * @param text where the hook stands, which a logo at the top goes below; null where there is none.
 */
export function logoArea(
  { corner, size, margin }: Pick<LogoChoice, 'corner' | 'size' | 'margin'>,
  source: Size,
  canvas: Size,
  text: Rect | null,
): Rect {
  const free = commonSafeArea(canvas);
  const short = Math.min(canvas.width, canvas.height);
  const away = margin * short;
  const { width, height } = scaleSize(source, (size * short) / Math.max(source.width, source.height));
  const x = corner.endsWith('left') ? free.x + away : free.x + free.width - away - width;
  if (corner.startsWith('bottom')) return { x, y: free.y + free.height - away - height, width, height };
  const area = { x, y: free.y + away, width, height };
  return text && overlap(area, text) ? { ...area, y: text.y + text.height + away } : area;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
