import { StudioError } from '#core/errors.ts';
import type { Rect, Size } from '#core/geometry.ts';
import type { ColourMatrix } from '#core/style/grade.ts';
import { Grader } from './grade/grader.ts';
import { loadKernel } from './grade/load-kernel.ts';

/** A part of a photo as it is drawn. */
export interface PictureRequest {
  readonly assetId: string;
  /** In pixels of the photo as shown (after EXIF orientation). */
  readonly crop: Rect;
  /** The size at which it is drawn at most, in whole pixels. */
  readonly size: Size;
  readonly grade: ColourMatrix | null;
  readonly blurred: boolean;
}

/** Longer side to which a picture is shrunk to lose its details, and to which it is drawn up again, in pixels. */
const BLUR = { small: 32, smooth: 384 } as const;

/** The same key means the same pixels. */
export function pictureKey({ assetId, crop, size, grade, blurred }: PictureRequest): string {
  return JSON.stringify([assetId, crop.x, crop.y, crop.width, crop.height, size.width, size.height, grade, blurred]);
}

/**
 * Decodes a photo, upright, and scales the wanted part of it once, with good quality; then grades it. Of a moving GIF or
 * WebP it takes the first picture. The caller closes the result.
 * @throws StudioError `decoder-failed`
 */
export async function decodePicture(bytes: Blob, name: string, request: PictureRequest): Promise<ImageBitmap> {
  const bitmap = await scaledPicture(bytes, name, request);
  const shown = request.blurred ? await blurred(bitmap) : bitmap;
  return request.grade ? await graded(shown, request.grade) : shown;
}

async function scaledPicture(bytes: Blob, name: string, request: PictureRequest): Promise<ImageBitmap> {
  const { x, y, width, height } = wholePixels(request.crop);
  const size = request.blurred ? fitted(request.size, BLUR.small) : request.size;
  try {
    return await createImageBitmap(bytes, x, y, width, height, {
      imageOrientation: 'from-image',
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: 'high',
    });
  } catch (cause) {
    throw new StudioError(
      'decoder-failed',
      `“${name}” could not be decoded. Save it again as JPEG or PNG and import that, or use another photo.`,
      { file: name, rule: 'decodable picture', cause: String(cause) },
      { cause },
    );
  }
}

/** Draws a tiny picture up smoothly. Closes the one that it is given. */
export async function blurred(tiny: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = fitted(tiny, BLUR.smooth);
  try {
    return await createImageBitmap(tiny, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } finally {
    tiny.close();
  }
}

/** Closes the picture that it is given. */
async function graded(bitmap: ImageBitmap, grade: ColourMatrix): Promise<ImageBitmap> {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const grader = new Grader(await loadKernel(), width * height);
  grader.pixels.set(context.getImageData(0, 0, width, height).data);
  grader.apply(grade);
  context.putImageData(new ImageData(grader.pixels, width, height), 0, 0);
  return canvas.transferToImageBitmap();
}

/** The size with its longer side at most `longest`, in whole pixels. */
export function fitted({ width, height }: Size, longest: number): Size {
  const scale = longest / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** `createImageBitmap` cuts whole pixels only. */
function wholePixels(crop: Rect): Rect {
  const x = Math.round(crop.x);
  const y = Math.round(crop.y);
  return {
    x,
    y,
    width: Math.max(1, Math.round(crop.x + crop.width) - x),
    height: Math.max(1, Math.round(crop.y + crop.height) - y),
  };
}
