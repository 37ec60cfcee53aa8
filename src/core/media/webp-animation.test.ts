import { describe, expect, test } from 'vitest';
import { readWebpHeader } from './image-header/webp.ts';
import { webpAnimation } from './webp-animation.ts';

const ascii = (word: string) => [...word].map((character) => character.charCodeAt(0));

/** Of one chunk of pixels, and of others that a moving picture must not hold. */
function still(name: string, pixels: readonly number[]): Uint8Array {
  const padded = pixels.length % 2 === 0 ? pixels : [...pixels, 0];
  const content = [
    ...ascii('WEBP'),
    ...[...ascii('EXIF'), 3, 0, 0, 0, 7, 7, 7, 0],
    ...[...ascii(name), pixels.length, 0, 0, 0, ...padded],
  ];
  return Uint8Array.from([...ascii('RIFF'), content.length, 0, 0, 0, ...content]);
}

/** Names and contents, as RFC 9649 has them. */
function chunksOf(bytes: Uint8Array, from: number): { name: string; content: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const chunks: { name: string; content: Uint8Array }[] = [];
  for (let offset = from; offset < bytes.length; ) {
    const length = view.getUint32(offset + 4, true);
    const name = String.fromCharCode(...bytes.subarray(offset, offset + 4));
    chunks.push({ name, content: bytes.slice(offset + 8, offset + 8 + length) });
    offset += 8 + length + (length % 2);
  }
  return chunks;
}

const SIZE = { width: 300, height: 200 };

describe('a moving picture', () => {
  const file = webpAnimation(
    SIZE,
    [
      { still: still('VP8 ', [1, 2, 3, 4]), milliseconds: 200 },
      { still: still('VP8L', [5, 6, 7]), milliseconds: 83.4 },
    ],
    300,
  );

  test('is one WebP file, whose length it says', () => {
    expect(new DataView(file.buffer).getUint32(4, true)).toBe(file.length - 8);
    expect(readWebpHeader(file)?.size).toEqual(SIZE);
  });

  test('says that it moves, and how often', () => {
    const [head, loop] = chunksOf(file, 12);
    expect(head).toMatchObject({ name: 'VP8X', content: Uint8Array.of(2, 0, 0, 0, 43, 1, 0, 199, 0, 0) });
    expect(loop?.name).toBe('ANIM');
    expect([...(loop?.content ?? [])].slice(4)).toEqual([44, 1]);
  });

  test('holds the pixels of each picture for its time, and nothing else of it', () => {
    const frames = chunksOf(file, 12).slice(2);
    expect(frames.map(({ name }) => name)).toEqual(['ANMF', 'ANMF']);
    expect(frames.map(({ content }) => content[12])).toEqual([200, 83]);
    expect(frames.map(({ content }) => chunksOf(content, 16))).toEqual([
      [{ name: 'VP8 ', content: Uint8Array.of(1, 2, 3, 4) }],
      [{ name: 'VP8L', content: Uint8Array.of(5, 6, 7) }],
    ]);
  });
});

test('a picture that is no WebP, or has no pixels, makes no moving picture', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0);
  expect(() => webpAnimation(SIZE, [{ still: png, milliseconds: 100 }], 0)).toThrow(RangeError);
  expect(() => webpAnimation(SIZE, [{ still: still('XMP ', [1]), milliseconds: 100 }], 0)).toThrow(RangeError);
  expect(() => webpAnimation(SIZE, [], 0)).toThrow(RangeError);
});
