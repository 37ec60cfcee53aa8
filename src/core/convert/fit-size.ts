import type { Size } from '../geometry.ts';
import type { VideoSize } from './conversion.ts';

/** Lying: a standing video gets the same, turned. */
const BOXES: Record<Exclude<VideoSize, 'original'>, Size> = {
  '1080p': { width: 1920, height: 1080 },
  '720p': { width: 1280, height: 720 },
  '480p': { width: 854, height: 480 },
};

/**
 * The largest size of a picture's own shape that a screen of this name holds, lying or standing as the picture is. Never
 * more than the picture has; even in both directions, as half the chroma each way needs it.
 * @param shown as a viewer sees it.
 */
export function fitVideoSize(shown: Size, size: VideoSize): Size {
  if (size === 'original') return scaledSize(shown, 1);
  const { width: long, height: short } = BOXES[size];
  const [longer, shorter] = [Math.max(shown.width, shown.height), Math.min(shown.width, shown.height)];
  return scaledSize(shown, Math.min(1, long / longer, short / shorter));
}

/** As high as the picture's shape makes it; never wider than the picture is. @param width at least 2. */
export function fitWidth(shown: Size, width: number): Size {
  return scaledSize(shown, Math.min(1, width / shown.width));
}

function scaledSize({ width, height }: Size, scale: number): Size {
  return { width: even(width, scale), height: even(height, scale) };
}

function even(side: number, scale: number): number {
  return Math.max(2, Math.min(2 * Math.round((side * scale) / 2), side - (side % 2)));
}
