import type { Size } from '../geometry.ts';

/** Moving pictures as WebP: still ones, as browsers make them, in one file (RFC 9649). */

/** Bytes of the name and the length before a chunk's content. */
const CHUNK_HEADER = 8;

/** `RIFF`, the length of the rest, `WEBP`. */
const FILE_HEADER = 12;

/** Chunks that a picture's pixels are in; a still file has others beside them. */
const PIXEL_CHUNKS = ['ALPH', 'VP8 ', 'VP8L'];

/** In the first byte of `VP8X`. */
const HAS_ANIMATION = 0x02;

/** In the flags of a frame: it replaces the picture before it. */
const DO_NOT_BLEND = 0x02;

export interface AnimationFrame {
  /** A whole WebP file of one picture. */
  readonly still: Uint8Array;
  readonly milliseconds: number;
}

/**
 * One file that shows pictures one after the other.
 * @param size of all of them, at most 16,384 px on a side.
 * @param rounds how often they are shown; 0 for without end.
 * @throws RangeError where a picture is no WebP, or there is none.
 */
export function webpAnimation(size: Size, frames: readonly AnimationFrame[], rounds: number): Uint8Array<ArrayBuffer> {
  if (frames.length === 0) throw new RangeError('A moving picture has at least one picture.');
  const head = [HAS_ANIMATION, 0, 0, 0, ...uint24(size.width - 1), ...uint24(size.height - 1)];
  // Black around what is see-through, of which there is nothing.
  const loop = [0, 0, 0, 255, rounds & 0xff, rounds >> 8];
  const chunks = [
    chunk('VP8X', Uint8Array.from(head)),
    chunk('ANIM', Uint8Array.from(loop)),
    ...frames.map((frame) => chunk('ANMF', frameContent(size, frame))),
  ];
  const content = joined([text('WEBP'), ...chunks]);
  return joined([text('RIFF'), uint32(content.length), content]);
}

function frameContent({ width, height }: Size, { still, milliseconds }: AnimationFrame): Uint8Array {
  const place = [...uint24(0), ...uint24(0), ...uint24(width - 1), ...uint24(height - 1)];
  const pixels = pixelChunks(still);
  return joined([Uint8Array.from([...place, ...uint24(Math.round(milliseconds)), DO_NOT_BLEND]), ...pixels]);
}

/** With their headers and padding. */
function pixelChunks(still: Uint8Array): Uint8Array[] {
  const view = new DataView(still.buffer, still.byteOffset, still.byteLength);
  const nameAt = (offset: number) => String.fromCharCode(...still.subarray(offset, offset + 4));
  if (still.length < FILE_HEADER || nameAt(0) !== 'RIFF' || nameAt(8) !== 'WEBP') throw new RangeError('No WebP file.');
  const found: Uint8Array[] = [];
  for (let offset = FILE_HEADER; offset + CHUNK_HEADER <= still.length; ) {
    const length = CHUNK_HEADER + even(view.getUint32(offset + 4, true));
    if (PIXEL_CHUNKS.includes(nameAt(offset))) found.push(still.subarray(offset, offset + length));
    offset += length;
  }
  if (found.length === 0) throw new RangeError('A WebP file without a picture.');
  return found;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  return joined([text(name), uint32(content.length), content, new Uint8Array(even(content.length) - content.length)]);
}

function even(length: number): number {
  return length + (length % 2);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function text(word: string): Uint8Array {
  return Uint8Array.from(word, (character) => character.charCodeAt(0));
}

function uint24(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff];
}

function uint32(value: number): Uint8Array {
  return Uint8Array.from([...uint24(value), value >>> 24]);
}
