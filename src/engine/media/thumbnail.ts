import { type Size, scaleSize } from '#core/geometry.ts';
import { discardCanvas } from './discard-canvas.ts';

/** Width of a picture for lists, in pixels. */
const THUMBNAIL_WIDTH = 320;
/** Higher than any phone's picture of that width; what is higher still gets narrower. */
const THUMBNAIL_HEIGHT = 800;
/** Height of a picture of a filmstrip, in pixels. */
const STRIP_HEIGHT = 144;
const JPEG_QUALITY = 0.82;
/** Shows through see-through pixels, which JPEG has not: the studio's own stage. */
const BACKDROP = '#050505';

/** Draws the whole of a picture over a canvas of the size it is given. */
export type DrawPicture = (context: OffscreenCanvasRenderingContext2D, size: Size) => void | Promise<void>;

/** A small JPEG, 320 px wide. Pictures smaller than that keep their size. */
export function drawThumbnail(source: Size, draw: DrawPicture): Promise<Blob> {
  return drawScaled(source, Math.min(THUMBNAIL_WIDTH / source.width, THUMBNAIL_HEIGHT / source.height), draw);
}

/** As `drawThumbnail`, for a filmstrip. */
export function drawStripPicture(source: Size, draw: DrawPicture): Promise<Blob> {
  return drawScaled(source, STRIP_HEIGHT / source.height, draw);
}

async function drawScaled(source: Size, scale: number, draw: DrawPicture): Promise<Blob> {
  const scaled = scaleSize(source, Math.min(1, scale));
  const size = { width: Math.max(1, Math.round(scaled.width)), height: Math.max(1, Math.round(scaled.height)) };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser gave no 2D canvas.');
  context.fillStyle = BACKDROP;
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  try {
    await draw(context, size);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } finally {
    discardCanvas(canvas);
  }
}
