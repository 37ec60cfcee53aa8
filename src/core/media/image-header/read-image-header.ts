import type { ImageFormat } from '../asset.ts';
import { readGifHeader } from './gif.ts';
import { readHeifHeader } from './heif.ts';
import type { ImageHeader } from './image-header.ts';
import { readJpegHeader } from './jpeg.ts';
import { readPngHeader } from './png.ts';
import { readWebpHeader } from './webp.ts';

const READERS: Record<ImageFormat, (bytes: Uint8Array) => ImageHeader | null> = {
  jpeg: readJpegHeader,
  png: readPngHeader,
  webp: readWebpHeader,
  avif: readHeifHeader,
  gif: readGifHeader,
  heic: readHeifHeader,
};

/** @param bytes the whole file. @returns null where it declares no picture. */
export function readImageHeader(format: ImageFormat, bytes: Uint8Array): ImageHeader | null {
  return READERS[format](bytes);
}
