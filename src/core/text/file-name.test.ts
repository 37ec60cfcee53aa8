import { expect, test } from 'vitest';
import { safeFileName, shortenTitle, unusedName, withoutEnding } from './file-name.ts';

const named = (title: string) => safeFileName(title, 'video');

test('a name keeps what a person can read of its title', () => {
  expect(named('  Spring: a/b  ')).toBe('Spring a b');
  expect(named('Été 2026')).toBe('Été 2026');
  expect(named('=1+1')).toBe('=1+1');
});

test('a name is refused by no file system and hidden by none', () => {
  expect(named('..hidden')).toBe('hidden');
  expect(named('../../etc/passwd')).toBe('etc passwd');
  expect(named('ends with dots. . ')).toBe('ends with dots');
  expect(named('CON')).toBe('CON_');
  expect(named('two\nlines\u0000')).toBe('two lines');
});

test('a name shows the ending that it has: nothing turns its direction', () => {
  expect(named('holiday\u202E4pm.exe')).toBe('holiday 4pm.exe');
});

test('a title of which nothing is left gets another name', () => {
  expect(['', '///', ' .. '].map(named)).toEqual(['video', 'video', 'video']);
});

test('long titles are cut between words and never inside a character', () => {
  expect(shortenTitle('word '.repeat(30))).toMatch(/^word( word){15}$/);
  const family = '👨‍👩‍👧‍👦';
  expect(shortenTitle(family.repeat(20)).replaceAll(family, '')).toBe('');
});

test('a taken name gets a number, whatever its case', () => {
  const taken = new Set<string>();
  expect(['Sale', 'sale', 'SALE'].map((name) => unusedName(name, taken))).toEqual(['Sale', 'sale (2)', 'SALE (3)']);
});

test('the ending of a name is its last one', () => {
  expect(['a.mp4', 'clip.tar.gz', '.profile', 'plain'].map(withoutEnding)).toEqual([
    'a',
    'clip.tar',
    '.profile',
    'plain',
  ]);
});
