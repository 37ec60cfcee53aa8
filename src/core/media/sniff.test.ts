import { describe, expect, test } from 'vitest';
import { type SniffedFile, sniff } from './sniff.ts';

function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)),
  );
}

/** An `ftyp` box with a major brand and compatible ones. */
function ftyp(major: string, ...compatible: string[]): Uint8Array {
  return bytes([0, 0, 0, 16 + 4 * compatible.length], 'ftyp', major, [0, 0, 0, 0], ...compatible);
}

const KNOWN: readonly [name: string, head: Uint8Array, expected: SniffedFile][] = [
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), { kind: 'image', format: 'jpeg' }],
  ['PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), { kind: 'image', format: 'png' }],
  ['WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), { kind: 'image', format: 'webp' }],
  ['GIF', bytes('GIF89a'), { kind: 'image', format: 'gif' }],
  ['AVIF', ftyp('avif', 'mif1'), { kind: 'image', format: 'avif' }],
  ['AVIF under a general brand', ftyp('mif1', 'miaf', 'avif'), { kind: 'image', format: 'avif' }],
  ['WAV', bytes('RIFF', [0, 0, 0, 0], 'WAVEfmt '), { kind: 'stream', container: 'wav' }],
  ['MP3 with a tag', bytes('ID3', [4, 0]), { kind: 'stream', container: 'mp3' }],
  ['MP3 without one', bytes([0xff, 0xfb, 0x90, 0x64]), { kind: 'stream', container: 'mp3' }],
  ['AAC without a container', bytes([0xff, 0xf1, 0x50, 0x80]), { kind: 'stream', container: 'aac' }],
  ['OGG', bytes('OggS'), { kind: 'stream', container: 'ogg' }],
  [
    'FLAC in Ogg',
    bytes('OggS', new Array<number>(24).fill(0), [0x7f], 'FLAC'),
    { kind: 'unsupported', name: 'FLAC in an Ogg file' },
  ],
  ['FLAC', bytes('fLaC'), { kind: 'stream', container: 'flac' }],
  ['MP4', ftyp('isom', 'avc1'), { kind: 'stream', container: 'mp4' }],
  ['M4A', ftyp('M4A ', 'isom'), { kind: 'stream', container: 'mp4' }],
  ['MOV', ftyp('qt  '), { kind: 'stream', container: 'mov' }],
  ['MOV from before ftyp', bytes([0, 0, 0, 8], 'wide'), { kind: 'stream', container: 'mov' }],
  ['WebM', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84], 'webm'), { kind: 'stream', container: 'webm' }],
  ['MKV', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x88], 'matroska'), { kind: 'stream', container: 'mkv' }],
  ['HEIC', ftyp('heic', 'mif1'), { kind: 'image', format: 'heic' }],
  ['HEIF under a general brand', ftyp('mif1', 'heic'), { kind: 'image', format: 'heic' }],
  ['AVI', bytes('RIFF', [0, 0, 0, 0], 'AVI LIST'), { kind: 'stream', container: 'avi' }],
  ['MPEG-TS', packets(188), { kind: 'stream', container: 'ts' }],
  ['MPEG-TS of a camcorder', Uint8Array.from([0, 0, 0, 0, ...packets(192)]), { kind: 'stream', container: 'ts' }],
  ['PDF', bytes('%PDF-1.7'), { kind: 'unsupported', name: 'a PDF document' }],
  ['text', bytes('Buy flowers.\n'), { kind: 'unsupported', name: 'text' }],
  ['text in UTF-16, whose mark looks like a sync word', bytes([0xff, 0xfe, 0x42, 0]), unknown()],
  ['noise', bytes([0x00, 0x17, 0x99, 0xfe]), unknown()],
];

/** Transport packets, each so many bytes after the one before. */
function packets(distance: number): Uint8Array {
  return Uint8Array.from({ length: 2 * distance }, (_, index) => (index % distance === 0 ? 0x47 : 0));
}

function unknown(): SniffedFile {
  return { kind: 'unsupported', name: 'of an unknown kind' };
}

describe('a file is known by its first bytes', () => {
  test.each(KNOWN)('%s', (_, head, expected) => {
    expect(sniff(head)).toEqual(expected);
  });
});
