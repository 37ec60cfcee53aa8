import { describe, expect, it } from 'vitest';
import { uncoveredCharacters } from '#core/text/coverage.ts';
import { bundledGlyphs } from './bundled-glyphs.ts';
import { subsetsFor } from './font-subsets.ts';

const familiesOf = (text: string) => subsetsFor(text).map(({ family }) => family);

describe('the bundled fonts', () => {
  it('load one file for a plain English text', () => {
    expect(familiesOf('Golden hour, 24/7!')).toEqual(['Inter latin']);
  });

  it('hold Latin, Arabic, Hebrew, Chinese, Korean and emoji', () => {
    expect(uncoveredCharacters('Añ أسرار מבצע 奢华 럭셔리 ✨👩‍👩‍👧🇩🇪', bundledGlyphs)).toEqual([]);
  });

  it('have no Tibetan, which is reported', () => {
    expect(uncoveredCharacters('ཀ', bundledGlyphs)).toEqual(['ཀ']);
  });

  it('draw emoji in colour before letters of other scripts can claim them', () => {
    const families = familiesOf('奢华 🇩🇪').filter((family) => family !== 'Inter latin');
    expect(families[0]).toBe('Noto Color Emoji 0');
    expect(families.slice(1).every((family) => family.startsWith('Noto Sans SC'))).toBe(true);
    expect(families.length).toBeGreaterThan(1);
  });

  it('need no emoji for digits', () => {
    expect(familiesOf('1 2 3')).toEqual(['Inter latin']);
    expect(familiesOf('1️⃣')).toContain('Noto Color Emoji 2');
  });
});
