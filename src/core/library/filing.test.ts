import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTag, MOST_TAGS, removeTag, tagsInUse, tidyName, unfiled } from './filing.ts';
import { foldText } from './fold-text.ts';

describe('tags', () => {
  test('are tidied, and not given twice in another case', () => {
    const filing = addTag(addTag(unfiled('a'), '  Summer \n 2026 '), 'SUMMER 2026');
    expect(filing.tags).toEqual(['Summer 2026']);
    expect(removeTag(filing, 'summer 2026').tags).toEqual([]);
  });

  test('are refused in words when empty, too long or too many', () => {
    expect(() => addTag(unfiled('a'), ' ')).toThrow('needs at least one letter');
    expect(() => addTag(unfiled('a'), 'x'.repeat(41))).toThrow('40 are the most');
    const full = Array.from({ length: MOST_TAGS }, (_, index) => `t${index}`).reduce(addTag, unfiled('a'));
    expect(() => addTag(full, 'one more')).toThrow('Remove one');
    expect(addTag(full, 'T0')).toBe(full);
  });

  test('in use are listed once', () => {
    const filings = [addTag(unfiled('a'), 'Rome'), addTag(addTag(unfiled('b'), 'ROME'), 'Ägypten')];
    expect(tagsInUse(filings)).toEqual(['Ägypten', 'Rome']);
  });

  test('given and taken away leave what was there', () => {
    const tag = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.constantFrom('x', 'ü'), tag, (known, added) => {
        fc.pre(/[\p{L}\p{N}]/u.test(added) && foldText(known) !== foldText(added.trim()));
        const before = addTag(unfiled('a'), known);
        const after = addTag(before, added);
        expect(removeTag(after, after.tags.at(-1) ?? '').tags).toEqual(before.tags);
      }),
    );
  });
});

test('a name is one line, without control characters', () => {
  expect(tidyName(' a\u0000\tb\n')).toBe('a b');
  expect(() => tidyName('\n')).toThrow('name needs');
});
