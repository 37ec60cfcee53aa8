import type { Size } from '../../geometry.ts';
import type { ImageHeader } from './image-header.ts';

/** WebP (RFC 9649): the first chunk is lossy (`VP8 `), lossless (`VP8L`) or extended (`VP8X`). */

const RIFF_FRAME_BYTES = 8;
const FIRST_CHUNK = 12;
const CHUNK_HEADER_BYTES = 8;
const VP8X_ALPHA_FLAG = 0x10;

/** @returns null where the first chunk is of another kind, or cut off. */
export function readWebpHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.length < FIRST_CHUNK + CHUNK_HEADER_BYTES + 10) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = firstChunk(bytes, view, FIRST_CHUNK + CHUNK_HEADER_BYTES);
  if (!picture) return null;
  return { ...picture, complete: view.getUint32(4, true) + RIFF_FRAME_BYTES <= bytes.length };
}

function firstChunk(bytes: Uint8Array, view: DataView, data: number): { size: Size; mayHaveAlpha: boolean } | null {
  const type = String.fromCharCode(...bytes.subarray(FIRST_CHUNK, FIRST_CHUNK + 4));
  switch (type) {
    case 'VP8 ':
      // Frame tag (3 bytes), start code (3 bytes), then 14 bits of width and of height.
      return {
        size: { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff },
        mayHaveAlpha: false,
      };
    case 'VP8L': {
      // Signature byte, then 14 bits of width - 1, 14 of height - 1 and one that says that alpha is used.
      const bits = view.getUint32(data + 1, true);
      return {
        size: { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 },
        mayHaveAlpha: ((bits >>> 28) & 1) === 1,
      };
    }
    case 'VP8X':
      return {
        size: { width: uint24(bytes, data + 4) + 1, height: uint24(bytes, data + 7) + 1 },
        mayHaveAlpha: ((bytes[data] as number) & VP8X_ALPHA_FLAG) !== 0,
      };
    default:
      return null;
  }
}

function uint24(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16);
}
