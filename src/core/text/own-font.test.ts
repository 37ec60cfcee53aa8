import { expect, test } from 'vitest';
import { sniffFont } from './own-font.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test('a font is known by its first bytes, whatever its file is called', () => {
  expect(sniffFont(new Uint8Array([0, 1, 0, 0, 9]))).toBe('ttf');
  expect(['true', 'OTTO', 'wOFF', 'wOF2', 'ttcf'].map((text) => sniffFont(bytesOf(text)))).toEqual([
    ...['ttf', 'otf', 'woff', 'woff2'],
    'collection',
  ]);
  expect([bytesOf('<svg'), bytesOf('PK\x03\x04'), bytesOf('wO'), new Uint8Array()].map(sniffFont)).toEqual(
    Array(4).fill(null),
  );
});
