import type { HeifImage, Libheif } from 'libheif-js/libheif-wasm/libheif.js';
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { damagedPicture } from '#core/media/refuse.ts';
import { discardCanvas } from './discard-canvas.ts';

const JPEG_QUALITY = 0.95;

let library: Promise<Libheif> | null = null;

/**
 * A HEIC photo as JPEG (as PNG where something shows through), upright: the library turns it as the file says. Its
 * decoder, 1.4 MB, is loaded at the first photo.
 * @throws StudioError `file-damaged`.
 */
export async function convertHeic(file: File): Promise<Blob> {
  library ??= loadLibrary();
  const { HeifDecoder } = await library;
  const images = new HeifDecoder().decode(new Uint8Array(await file.arrayBuffer()));
  try {
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (!image) throw damagedPicture(file.name, 'no picture can be found in it', 'decodable picture');
    const pixels = await decode(image);
    if (!pixels) throw damagedPicture(file.name, 'its pixels cannot be decoded', 'decodable picture');
    return await encode(pixels, isOpaque(pixels) ? 'image/jpeg' : 'image/png');
  } finally {
    for (const image of images) image.free();
  }
}

async function loadLibrary(): Promise<Libheif> {
  const [{ default: load }, response] = await Promise.all([
    import('libheif-js/libheif-wasm/libheif.js'),
    fetch(wasmUrl),
  ]);
  if (!response.ok) throw new Error(`The HEIC decoder could not be loaded (HTTP ${response.status}).`);
  return load({ wasmBinary: await response.arrayBuffer() });
}

function decode(image: HeifImage): Promise<ImageData | null> {
  const target = new ImageData(image.get_width(), image.get_height());
  return new Promise((resolve) => image.display(target, resolve));
}

function isOpaque({ data }: ImageData): boolean {
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return false;
  return true;
}

async function encode(pixels: ImageData, type: 'image/jpeg' | 'image/png'): Promise<Blob> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gave no 2D canvas.');
  context.putImageData(pixels, 0, 0);
  try {
    return await canvas.convertToBlob({ type, quality: JPEG_QUALITY });
  } finally {
    discardCanvas(canvas);
  }
}
