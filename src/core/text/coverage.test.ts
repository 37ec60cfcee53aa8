import { describe, expect, it } from 'vitest';
import { parseUnicodeRange, uncoveredCharacters } from './coverage.ts';

describe('glyph coverage', () => {
  const latin = parseUnicodeRange('U+0020-007E, U+2728');

  it('reads CSS unicode ranges', () => {
    expect(latin).toEqual([
      [0x20, 0x7e],
      [0x2728, 0x2728],
    ]);
    expect(() => parseUnicodeRange('U+GG')).toThrow('"U+GG" is not a unicode-range');
  });

  it('names each character that no font has, once', () => {
    expect(uncoveredCharacters('✨ Luxury ᚠ and ᚠ, 𓀀', latin)).toEqual(['ᚠ', '𓀀']);
  });

  it('asks no glyph for joiners, variation selectors and line breaks', () => {
    expect(uncoveredCharacters('a\u200D\uFE0F\u200F\nb', latin)).toEqual([]);
  });
});
