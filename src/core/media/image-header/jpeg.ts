import type { Size } from '../../geometry.ts';
import type { ImageHeader } from './image-header.ts';

/** JPEG (ITU-T T.81, annex B): walks the marker segments from SOI to EOI. */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Huffman tables, JPEG extensions and arithmetic conditioning: in the SOF range, but no frame headers. */
const NOT_FRAME_HEADERS: readonly number[] = [0xc4, 0xc8, 0xcc];

/** @returns null where no frame header is found. */
export function readJpegHeader(bytes: Uint8Array): ImageHeader | null {
  let size: Size | null = null;
  let offset = 0;
  let complete = false;
  while (offset < bytes.length) {
    const marker = nextMarker(bytes, offset);
    if (!marker) break;
    const { code, end } = marker;
    if (code === EOI) {
      complete = true;
      break;
    }
    offset = end;
    if (code === SOI || isStandalone(code)) continue;
    const length = uint16(bytes, end);
    if (length === null || length < 2) break;
    if (isFrameHeader(code)) size ??= frameSize(bytes, end);
    offset = end + length;
    if (code === SOS) offset = endOfScan(bytes, offset);
  }
  return size && { size, mayHaveAlpha: false, complete: complete && size.width > 0 && size.height > 0 };
}

/** A marker is 0xFF (fill bytes may repeat it) and a code that is neither 0x00 nor 0xFF. */
function nextMarker(bytes: Uint8Array, from: number): { code: number; end: number } | null {
  for (let offset = from; offset + 1 < bytes.length; offset++) {
    const code = bytes[offset + 1] as number;
    if (bytes[offset] === 0xff && code !== 0 && code !== 0xff) return { code, end: offset + 2 };
  }
  return null;
}

/** Entropy-coded data holds 0xFF only as FF00 (stuffing) and FFD0 to FFD7 (restart). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let offset = bytes.indexOf(0xff, from); offset !== -1; offset = bytes.indexOf(0xff, offset + 1)) {
    const code = bytes[offset + 1];
    if (code !== undefined && code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return offset;
  }
  return bytes.length;
}

function isStandalone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd7);
}

function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && !NOT_FRAME_HEADERS.includes(code);
}

function frameSize(bytes: Uint8Array, segment: number): Size | null {
  const height = uint16(bytes, segment + 3);
  const width = uint16(bytes, segment + 5);
  return width === null || height === null ? null : { width, height };
}

function uint16(bytes: Uint8Array, offset: number): number | null {
  const high = bytes[offset];
  const low = bytes[offset + 1];
  return high === undefined || low === undefined ? null : high * 256 + low;
}
