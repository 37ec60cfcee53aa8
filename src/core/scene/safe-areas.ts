import type { Rect, Size } from '../geometry.ts';
import { type Margins, PLATFORM_PRESETS, type Platform } from '../platform/platforms.ts';

const REFERENCE: Size = { width: 1080, height: 1920 };

/** What one platform leaves free of a canvas; only a 9:16 video is played under the apps' buttons. */
export function safeArea(platform: Platform, canvas: Size): Rect {
  return within(PLATFORM_PRESETS[platform].covered, canvas);
}

/** What every platform leaves free. */
export function commonSafeArea(canvas: Size): Rect {
  const all = Object.values(PLATFORM_PRESETS).map(({ covered }) => covered);
  const largest = (side: keyof Margins) => Math.max(...all.map((margins) => margins[side]));
  return within(
    { top: largest('top'), right: largest('right'), bottom: largest('bottom'), left: largest('left') },
    canvas,
  );
}

function within({ top, right, bottom, left }: Margins, canvas: Size): Rect {
  if (canvas.width / canvas.height !== REFERENCE.width / REFERENCE.height) return { x: 0, y: 0, ...canvas };
  const scale = canvas.width / REFERENCE.width;
  return {
    x: left * scale,
    y: top * scale,
    width: canvas.width - (left + right) * scale,
    height: canvas.height - (top + bottom) * scale,
  };
}
