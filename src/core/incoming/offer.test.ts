import { expect, test } from 'vitest';
import { offeredKind, withinLimits } from './offer.ts';

const bytes = (...head: number[]) => Uint8Array.from([...head, ...new Array<number>(250).fill(0)]);

test('a file from outside is what its bytes say, whatever it is called', () => {
  expect(offeredKind('song.mp3', bytes(0xff, 0xd8, 0xff))).toEqual({ words: 'JPEG picture', readable: true });
  expect(
    offeredKind(
      'photo.jpg',
      Uint8Array.from('<script>alert(1)</script>', (character) => character.charCodeAt(0)),
    ),
  ).toEqual({
    words: 'cannot be used: text',
    readable: false,
  });
});

test('an archive is one by its bytes and its name', () => {
  expect(offeredKind('all.zip', bytes(0x50, 0x4b, 3, 4)).words).toBe('ZIP archive');
  expect(offeredKind('all.docx', bytes(0x50, 0x4b, 3, 4)).readable).toBe(false);
  expect(offeredKind('all.zip', bytes(0x4d, 0x5a)).readable).toBe(false);
});

test('too many files, and too large ones, are left out and counted', () => {
  const files = [4, 9, 3, 2, 1].map((size) => ({ size }));
  expect(withinLimits(files, { files: 3, bytes: 10 })).toEqual({
    taken: [{ size: 4 }, { size: 3 }, { size: 2 }],
    leftOut: 2,
  });
});
