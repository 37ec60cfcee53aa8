import type { Compositor } from '../compositor/compositor.ts';

const JPEG_QUALITY = 0.9;

/** What the compositor has drawn last, as a JPEG. */
export async function encodeThumbnail(compositor: Pick<Compositor, 'size' | 'readRgba'>): Promise<Blob> {
  const { width, height } = compositor.size;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas to a worker.');
  context.putImageData(new ImageData(compositor.readRgba(), width, height), 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
