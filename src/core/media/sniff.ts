import type { ImageFormat } from './asset.ts';

/**
 * What a file is, by its first bytes. Names and MIME types that come with a file are never believed.
 */

export type StreamContainer = 'mp4' | 'mov' | 'webm' | 'mkv' | 'avi' | 'ts' | 'mp3' | 'wav' | 'ogg' | 'flac' | 'aac';

export type SniffedFile =
  | { readonly kind: 'image'; readonly format: ImageFormat }
  /** Sound or video: which of the two, only its tracks tell. */
  | { readonly kind: 'stream'; readonly container: StreamContainer }
  /** Known, but not read here. `name` is how people call it. */
  | { readonly kind: 'unsupported'; readonly name: string };

/** How many bytes from the start of a file `sniff` looks at. */
export const SNIFF_BYTES = 256;

export const ACCEPTED_FORMATS =
  'JPEG, PNG, WebP, AVIF, GIF, HEIC, MP3, WAV, M4A, AAC, OGG, FLAC, MP4, MOV, WebM, MKV, AVI or TS';

/** @param head the first bytes of the file, `SNIFF_BYTES` of them where there are as many. */
export function sniff(head: Uint8Array): SniffedFile {
  return (
    sniffSignature(head) ??
    sniffIsoMedia(head) ??
    sniffTransportStream(head) ??
    sniffMatroska(head) ?? { kind: 'unsupported', name: guess(head) }
  );
}

function sniffSignature(head: Uint8Array): SniffedFile | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return image('jpeg');
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return image('png');
  if (hasText(head, 0, 'GIF87a') || hasText(head, 0, 'GIF89a')) return image('gif');
  if (hasText(head, 0, 'RIFF') && hasText(head, 8, 'WEBP')) return image('webp');
  if ((hasText(head, 0, 'RIFF') || hasText(head, 0, 'RF64')) && hasText(head, 8, 'WAVE')) return stream('wav');
  if (hasText(head, 0, 'RIFF') && hasText(head, 8, 'AVI ')) return stream('avi');
  if (hasText(head, 0, 'OggS')) return isFlacInOgg(head) ? unsupported('FLAC in an Ogg file') : stream('ogg');
  if (hasText(head, 0, 'fLaC')) return stream('flac');
  if (isAdtsHeader(head)) return stream('aac');
  if (hasText(head, 0, 'ID3') || isMp3FrameHeader(head)) return stream('mp3');
  return null;
}

/** Behind a page's header with one segment: the packet type and the name (RFC 9639, 10.1). No reader here knows it. */
function isFlacInOgg(head: Uint8Array): boolean {
  return head[28] === 0x7f && hasText(head, 29, 'FLAC');
}

/** MPEG audio sync word, a version that exists, Layer III (ISO/IEC 11172-3, 2.4.1.3). */
function isMp3FrameHeader(head: Uint8Array): boolean {
  const second = head[1] ?? 0;
  return head[0] === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02;
}

/** AAC without a container: twelve bits of sync word, and a layer of 0, which MPEG audio has not (ISO/IEC 13818-7, 6.2.1). */
function isAdtsHeader(head: Uint8Array): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;
}

/** First boxes of QuickTime files that are older than `ftyp`. */
const QUICKTIME_FIRST_BOXES = ['moov', 'mdat', 'wide', 'pnot'];

/** Pictures, bursts of them, and the general brand of pictures (ISO/IEC 23008-12, annex B and 10.2). */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1'];

function sniffIsoMedia(head: Uint8Array): SniffedFile | null {
  if (!hasText(head, 4, 'ftyp')) {
    return QUICKTIME_FIRST_BOXES.some((box) => hasText(head, 4, box)) ? stream('mov') : null;
  }
  const brands = isoBrands(head);
  if (brands.includes('avif') || brands.includes('avis')) return image('avif');
  if (brands.some((brand) => HEIC_BRANDS.includes(brand))) return image('heic');
  return stream(brands[0] === 'qt  ' ? 'mov' : 'mp4');
}

/** Major brand first, then the compatible ones. */
function isoBrands(head: Uint8Array): string[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const end = Math.min(view.getUint32(0), head.length);
  const brands = [text(head, 8, 4)];
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(text(head, offset, 4));
  return brands;
}

/** Packets of 188 bytes that begin with a sync byte (ISO/IEC 13818-1, 2.4.3.2); camcorders put 4 bytes before each. */
function sniffTransportStream(head: Uint8Array): SniffedFile | null {
  const plain = head[0] === 0x47 && head[188] === 0x47;
  const timed = head[4] === 0x47 && head[196] === 0x47;
  return plain || timed ? stream('ts') : null;
}

function sniffMatroska(head: Uint8Array): SniffedFile | null {
  if (!startsWith(head, [0x1a, 0x45, 0xdf, 0xa3])) return null;
  return stream(text(head, 0, head.length).includes('webm') ? 'webm' : 'mkv');
}

function guess(head: Uint8Array): string {
  if (hasText(head, 0, '%PDF')) return 'a PDF document';
  if (hasText(head, 0, 'BM')) return 'a BMP picture';
  if (hasText(head, 0, 'II*\0') || hasText(head, 0, 'MM\0*')) return 'a TIFF picture';
  return looksLikeText(head) ? 'text' : 'of an unknown kind';
}

/** No control characters but tabs and line ends, and mostly ASCII. */
function looksLikeText(head: Uint8Array): boolean {
  const printable = head.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  const lineEnds = head.filter((byte) => byte === 0x09 || byte === 0x0a || byte === 0x0d).length;
  const accented = head.filter((byte) => byte >= 0x80).length;
  return printable + lineEnds + accented === head.length && accented * 4 <= head.length;
}

function unsupported(name: string): SniffedFile {
  return { kind: 'unsupported', name };
}

function image(format: ImageFormat): SniffedFile {
  return { kind: 'image', format };
}

function stream(container: StreamContainer): SniffedFile {
  return { kind: 'stream', container };
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

function hasText(head: Uint8Array, offset: number, expected: string): boolean {
  return text(head, offset, expected.length) === expected;
}

function text(head: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...head.subarray(offset, offset + length));
}
