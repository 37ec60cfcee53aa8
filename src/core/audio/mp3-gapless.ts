/** Delay of every MP3 decoder's filter bank, in samples (528 + 1). */
const DECODER_DELAY = 529;
/** Bytes from the tag word to the twelve-bit pair, after the optional fields: encoder name and its settings. */
const DELAY_OFFSET_IN_LAME_TAG = 21;

/**
 * How many samples at the start of a decoded MP3 are not music: the delay that LAME and most other encoders write into
 * the first frame (the "Xing" or "Info" frame), and the decoder's own. 0 where the file does not say.
 * @param bytes the file from its first frame header on (after ID3v2); 256 bytes are enough.
 */
export function mp3StartDelay(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = findXingTag(view);
  if (tag === null) return 0;
  const flags = view.getUint32(tag + 4);
  const optional = (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  const position = tag + 8 + optional + DELAY_OFFSET_IN_LAME_TAG;
  if (position + 3 > view.byteLength) return 0;
  // Twelve bits of delay, then twelve bits of padding at the end.
  const pair = (view.getUint8(position) << 16) | view.getUint16(position + 1);
  // A tag whose writer left the pair empty says nothing.
  return pair === 0 ? 0 : (pair >> 12) + DECODER_DELAY;
}

/** Position of the tag word: after the header and the side information, whose size depends on version and channels. */
function findXingTag(view: DataView): number | null {
  const position = xingPlace(view);
  if (position === null || position + 8 > view.byteLength) return null;
  const word = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(position + i)));
  return word === 'Xing' || word === 'Info' ? position : null;
}

/** Where the tag word of a first frame stands; null where there is no frame. */
export function xingPlace(view: DataView): number | null {
  if (view.byteLength < 4 || view.getUint16(0) >> 5 !== 0x7ff) return null;
  const isVersion1 = ((view.getUint8(1) >> 3) & 3) === 3;
  const isMono = view.getUint8(3) >> 6 === 3;
  const sideInformation = isVersion1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return 4 + sideInformation;
}

/** Bytes of an ID3v2 tag's own header. */
export const ID3_HEADER_BYTES = 10;

/** Where the first frame may begin: after an ID3v2 tag, if there is one. */
export function skipId3v2(bytes: Uint8Array): number {
  if (bytes.length < ID3_HEADER_BYTES || bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return 0;
  // The size is written seven bits to a byte.
  return ID3_HEADER_BYTES + bytes.slice(6, ID3_HEADER_BYTES).reduce((size, byte) => (size << 7) | (byte & 0x7f), 0);
}
