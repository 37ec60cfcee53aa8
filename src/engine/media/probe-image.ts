import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { ImageFacts, ImageFormat } from '#core/media/asset.ts';
import { readImageHeader } from '#core/media/image-header/read-image-header.ts';
import { damagedPicture, refuseByHeader } from '#core/media/refuse.ts';
import { convertHeic } from './convert-heic.ts';
import { discardCanvas } from './discard-canvas.ts';
import type { InspectionReport } from './inspection-report.ts';
import { drawThumbnail } from './thumbnail.ts';
import { withTimeLimit } from './time-limit.ts';

export interface ProbedImage {
  readonly facts: ImageFacts;
  readonly thumbnail: Blob;
  /** A HEIC photo in a format that browsers decode; null for all others. */
  readonly rendition: Blob | null;
}

const DECODE_SECONDS = 10;

/** Rows of pixels that are looked at together, so that a large picture is never copied whole. */
const ALPHA_STRIP_ROWS = 256;

/**
 * Looks at a picture: its header first, then, if that is within the limits, its pixels.
 * @throws StudioError `picture-too-large` or `file-damaged`.
 */
export async function probeImage(
  file: File,
  format: ImageFormat,
  limits: Limits,
  report: InspectionReport,
): Promise<ProbedImage> {
  const header = refuseByHeader(file.name, readImageHeader(format, new Uint8Array(await file.arrayBuffer())), limits);
  if (format === 'heic') report('converting', 0);
  const rendition = format === 'heic' ? await convertHeic(file) : null;
  const bitmap = await decode(file.name, rendition ?? file.slice(0, file.size, `image/${format}`));
  try {
    const size = { width: bitmap.width, height: bitmap.height };
    return {
      facts: {
        kind: 'image',
        format,
        size,
        storedSize: header.size,
        hasAlpha: header.mayHaveAlpha && showsThrough(bitmap),
        normalised: rendition ? [{ kind: 'converted', from: 'HEIC', to: nameOf(rendition) }] : [],
      },
      rendition,
      thumbnail: await drawThumbnail(size, (context, { width, height }) =>
        context.drawImage(bitmap, 0, 0, width, height),
      ),
    };
  } finally {
    bitmap.close();
  }
}

/** The bitmap stands as it is shown: turned as its EXIF orientation says. */
async function decode(name: string, picture: Blob): Promise<ImageBitmap> {
  const work = createImageBitmap(picture, { imageOrientation: 'from-image' });
  let abandoned = false;
  work.then(
    (bitmap) => {
      if (abandoned) bitmap.close();
    },
    // A failed decode has nothing to close; the caller hears of it below.
    () => undefined,
  );
  try {
    return await withTimeLimit(work, DECODE_SECONDS, () =>
      damagedPicture(name, `decoding it took over ${DECODE_SECONDS} seconds`, 'decoding time'),
    );
  } catch (error) {
    abandoned = true;
    if (error instanceof StudioError) throw error;
    throw damagedPicture(name, 'its pixels cannot be decoded', 'decodable picture');
  }
}

function nameOf({ type }: Blob): string {
  return type === 'image/png' ? 'PNG' : 'JPEG';
}

/** True where at least one pixel is not fully opaque. */
function showsThrough(bitmap: ImageBitmap): boolean {
  const { width, height } = bitmap;
  const rows = Math.min(ALPHA_STRIP_ROWS, height);
  const context = new OffscreenCanvas(width, rows).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gave no 2D canvas.');
  try {
    return showsThroughIn(bitmap, context);
  } finally {
    discardCanvas(context.canvas);
  }
}

/** @param context of a canvas as wide as the picture, and of some of its rows. */
function showsThroughIn(bitmap: ImageBitmap, context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = bitmap;
  const rows = context.canvas.height;
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.clearRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, top, width, count, 0, 0, width, count);
    const { data } = context.getImageData(0, 0, width, count);
    for (let alpha = 3; alpha < data.length; alpha += 4) {
      if (data[alpha] !== 255) return true;
    }
  }
  return false;
}
