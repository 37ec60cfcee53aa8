import { xingPlace } from './mp3-gapless.ts';

export interface Mp3Facts {
  /** Of sound, this frame not counted. */
  readonly frames: number;
  /** Of the whole file, this frame counted. */
  readonly bytes: number;
  /** Samples that the encoder put before and behind the sound; at most 4095. */
  readonly delay: number;
  readonly padding: number;
}

const HEADER_BYTES = 4;
const PADDING_BIT = 2;
const TOC_BYTES = 100;
/** Frames, bytes and table of contents follow. */
const FLAGS = 0b0111;
const LAME = 'LAME3.100';
/** From the encoder's name on. */
const METHOD = 9;
const BIT_RATE = 20;
const DELAY = 21;
const CRC = 34;
const CONSTANT_BIT_RATE = 1;
const LARGEST_PAIR = 0xfff;

/**
 * The frame that stands before those of a file of constant bit rate, silent and of their kind: how long the file is, and
 * LAME's note of which samples at its ends players leave out (G. Bouvigne, "Mp3 Info Tag").
 * @param first frame of sound; layer III, no CRC, at least 192 bytes long.
 */
export function mp3InfoFrame(first: Uint8Array, { frames, bytes, delay, padding }: Mp3Facts): Uint8Array<ArrayBuffer> {
  const [, , settings = 0] = first;
  const isPadded = (settings & PADDING_BIT) !== 0;
  const frame = new Uint8Array(first.byteLength - (isPadded ? 1 : 0));
  frame.set(first.subarray(0, HEADER_BYTES));
  frame[2] = settings & ~PADDING_BIT;
  const view = new DataView(frame.buffer);
  const tag = xingPlace(view);
  if (tag === null) throw new RangeError('That is no frame of an MP3.');
  putText(frame, tag, 'Info');
  view.setUint32(tag + 4, FLAGS);
  view.setUint32(tag + 8, frames);
  view.setUint32(tag + 12, bytes);
  // Of a constant bit rate, each hundredth begins where one would think.
  for (let part = 0; part < TOC_BYTES; part++) frame[tag + 16 + part] = Math.floor((part * 256) / TOC_BYTES);
  const lame = tag + 16 + TOC_BYTES;
  putText(frame, lame, LAME);
  frame[lame + METHOD] = CONSTANT_BIT_RATE;
  frame[lame + BIT_RATE] = 0xff;
  const [before, behind] = [Math.min(LARGEST_PAIR, delay), Math.min(LARGEST_PAIR, Math.max(0, padding))];
  frame.set([before >> 4, ((before & 15) << 4) | (behind >> 8), behind & 0xff], lame + DELAY);
  view.setUint32(lame + 28, bytes);
  view.setUint16(lame + CRC, crc16(frame.subarray(0, lame + CRC)));
  return frame;
}

function putText(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index);
}

/** CRC-16/ARC, as LAME takes it over all that stands before. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0xa001 : 0);
  }
  return crc;
}
