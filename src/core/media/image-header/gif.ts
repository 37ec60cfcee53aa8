import type { ImageHeader } from './image-header.ts';

/** GIF (CompuServe GIF89a specification): walks the blocks as far as the first picture, the only one that is shown. */

const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const IMAGE_DESCRIPTOR = 0x2c;
const IMAGE_DESCRIPTOR_BYTES = 10;

/** @returns null where the file is shorter than the header. */
export function readGifHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let offset = HEADER_BYTES + colourTableBytes(bytes[10] as number);
  let transparent = false;
  while (offset < bytes.length) {
    const block = bytes[offset];
    if (block === EXTENSION) {
      // The lowest bit of a graphic control's flags says that one colour is transparent.
      if (bytes[offset + 1] === GRAPHIC_CONTROL && ((bytes[offset + 3] ?? 0) & 1) === 1) transparent = true;
      const end = endOfSubBlocks(bytes, offset + 2);
      if (end === null) break;
      offset = end;
    } else if (block === IMAGE_DESCRIPTOR && offset + IMAGE_DESCRIPTOR_BYTES < bytes.length) {
      const data = offset + IMAGE_DESCRIPTOR_BYTES + colourTableBytes(bytes[offset + 9] as number);
      // One byte of LZW code size stands before the data.
      const complete = endOfSubBlocks(bytes, data + 1) !== null;
      const fillsScreen =
        view.getUint16(offset + 5, true) >= size.width && view.getUint16(offset + 7, true) >= size.height;
      return { size, mayHaveAlpha: transparent || !fillsScreen, complete };
    } else {
      break;
    }
  }
  return { size, mayHaveAlpha: true, complete: false };
}

/** @param flags the packed byte of a screen or image descriptor. */
function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Sub-blocks are a length byte and as many bytes, until a length of 0. @returns null where the file ends before. */
function endOfSubBlocks(bytes: Uint8Array, from: number): number | null {
  let offset = from;
  while (offset < bytes.length) {
    const length = bytes[offset] as number;
    if (length === 0) return offset + 1;
    offset += 1 + length;
  }
  return null;
}
