import type { ImageHeader } from './image-header.ts';

/** PNG (W3C PNG specification, third edition): walks the chunks from IHDR to IEND. */

const SIGNATURE_BYTES = 8;
/** Length, type and CRC around a chunk's data. */
const CHUNK_FRAME_BYTES = 12;
const GREY_WITH_ALPHA = 4;
const COLOUR_WITH_ALPHA = 6;

/** @returns null where the first chunk is no header. */
export function readPngHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || chunkType(bytes, SIGNATURE_BYTES) !== 'IHDR') return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const colourType = bytes[25];
  const chunks = chunkTypes(bytes, view);
  return {
    size,
    mayHaveAlpha: colourType === GREY_WITH_ALPHA || colourType === COLOUR_WITH_ALPHA || chunks.has('tRNS'),
    complete: chunks.has('IEND') && chunks.has('IDAT'),
  };
}

/** Types of the chunks that are wholly there. */
function chunkTypes(bytes: Uint8Array, view: DataView): Set<string> {
  const types = new Set<string>();
  let offset = SIGNATURE_BYTES;
  while (offset + CHUNK_FRAME_BYTES <= bytes.length) {
    const end = offset + CHUNK_FRAME_BYTES + view.getUint32(offset);
    if (end > bytes.length) break;
    types.add(chunkType(bytes, offset));
    offset = end;
  }
  return types;
}

function chunkType(bytes: Uint8Array, chunk: number): string {
  return String.fromCharCode(...bytes.subarray(chunk + 4, chunk + 8));
}
