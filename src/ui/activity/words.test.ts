import { expect, test } from 'vitest';
import { detailWords, formatDuration, formatShare } from './words.ts';

test.each([
  [0.4, '0 ms'],
  [340, '340 ms'],
  [999.7, '1.0 s'],
  [2_449, '2.4 s'],
  [9_970, '10 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
])('%d ms reads as %s', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});

test('a share that is not all is not rounded up to all', () => {
  expect([1, 0.999, 0.92, 0].map(formatShare)).toEqual(['100 %', '99 %', '92 %', '0 %']);
});

test('details are read in one line, without the tab', () => {
  const details = { tab: 'a1', file: 'a.jpg', error: { code: 'disk-full' }, again: false };
  const entry = { at: 0, level: 'info', scope: 'page', event: 'x', details } as const;
  expect(detailWords(entry)).toBe('file: a.jpg, error: {"code":"disk-full"}, again: false');
});
