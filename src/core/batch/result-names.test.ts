import { expect, test } from 'vitest';
import { resultNames, titleOf } from './result-names.ts';

const namesOf = (titles: readonly string[]) =>
  resultNames(titles.map((title, index) => ({ number: index + 1, title })));

test('names of results are numbered and safe in every file system', () => {
  expect(namesOf(['Sale', 'a/b\\c:d*e?', '..', 'CON', '=1+1', ''])).toEqual([
    '01 Sale',
    '02 a b c d e',
    '03',
    '04 CON_',
    '05 =1+1',
    '06',
  ]);
  expect(namesOf(Array.from({ length: 120 }, () => 'x')).at(-1)).toBe('120 x');
});

test('a row without a name is called by the first line of its hook', () => {
  expect(titleOf({ name: '', hook: 'New in\nonly today' }, 3)).toBe('New in');
  expect(titleOf({ name: 'Mine', hook: 'New in' }, 3)).toBe('Mine');
  expect(titleOf({ name: '', hook: '' }, 3)).toBe('Video 3');
});
