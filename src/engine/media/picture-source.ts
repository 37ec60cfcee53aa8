import { StudioError } from '#core/errors.ts';
import type { Rect, Size } from '#core/geometry.ts';

/** A part of a photo at the size in which it is drawn at most. */
export interface PictureRequest {
  readonly assetId: string;
  /** In pixels of the photo as shown (after EXIF orientation). */
  readonly crop: Rect;
  /** In whole pixels. */
  readonly size: Size;
}

/** The same key means the same pixels. */
export function pictureKey({ assetId, crop, size }: PictureRequest): string {
  return JSON.stringify([assetId, crop.x, crop.y, crop.width, crop.height, size.width, size.height]);
}

/**
 * Decodes a photo, upright, and scales the wanted part of it once, with good quality. Of a moving GIF or WebP it takes
 * the first picture. The caller closes the result.
 * @throws StudioError `decoder-failed`
 */
export async function decodePicture(bytes: Blob, name: string, { crop, size }: PictureRequest): Promise<ImageBitmap> {
  const { x, y, width, height } = wholePixels(crop);
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
