import { centredRect, type Rect, type Size, scaleSize } from '../geometry.ts';
import { REFERENCE_SHORT_SIDE } from '../render/settings.ts';

/** The golden-frame composition in numbers, on the reference canvas (1080x1920 for 9:16). */

export const BACKGROUND_COLOUR = '#050505';
export const ATMOSPHERE_OPACITY = 0.7;

/** Ken Burns: the drawn picture grows from 900x1600 to 945x1680. */
export const KEN_BURNS_ZOOM = { from: 1, to: 1.05 } as const;
export const NO_ZOOM = { from: 1, to: 1 } as const;

/** The content box is 900x1600 of 1080x1920; other formats keep the proportion. */
const CONTENT_FRACTION = 900 / 1080;

export const FRAME_BORDER_PIXELS = 10;

export const HOOK_STYLE = {
  fontPixels: 60,
  fontWeight: 700,
  lineHeight: 1.2,
  stroke: '#000000',
  strokePixels: 2,
} as const;

const BANNER = { width: REFERENCE_SHORT_SIDE, height: 200, top: 100 } as const;

/** Where photos lie before they grow. */
export function contentBox(canvas: Size): Rect {
  return centredRect(scaleSize(canvas, CONTENT_FRACTION), canvas);
}

/** Where the hook is wrapped and centred. */
export function bannerBox(canvas: Size): Rect {
  return { x: (canvas.width - BANNER.width) / 2, y: BANNER.top, width: BANNER.width, height: BANNER.height };
}
