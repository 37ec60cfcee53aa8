import type { Rect, Size } from '../geometry.ts';

/** Parts of a vertical video that a platform's app draws over, in pixels of 1080x1920. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const PLATFORMS = ['tiktok', 'reels', 'shorts'] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * What the apps cover of a 9:16 video. TikTok: the ad specifications for in-feed video. Reels: Meta's guide for ads in
 * Reels (14 % top, 35 % bottom, 6 % at each side). Shorts: Google's guide for vertical video ads.
 */
export const SAFE_AREAS: Record<Platform, Margins> = {
  tiktok: { top: 130, right: 140, bottom: 484, left: 60 },
  reels: { top: 269, right: 65, bottom: 672, left: 65 },
  shorts: { top: 288, right: 192, bottom: 672, left: 48 },
};

const REFERENCE: Size = { width: 1080, height: 1920 };

/** What one platform leaves free of a canvas; only a 9:16 video is played under the apps' buttons. */
export function safeArea(platform: Platform, canvas: Size): Rect {
  return within(SAFE_AREAS[platform], canvas);
}

/** What every platform leaves free. */
export function commonSafeArea(canvas: Size): Rect {
  const all = Object.values(SAFE_AREAS);
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
