import { expect, test } from 'vitest';
import { scrubShare } from './scrub-share.ts';

test('a pointer goes through a clip from the left edge of its picture to the right one', () => {
  const picture = { left: 100, width: 200 };
  expect([100, 150, 300].map((x) => scrubShare(x, picture))).toEqual([0, 0.25, 1]);
  expect([0, 1000].map((x) => scrubShare(x, picture))).toEqual([0, 1]);
});

test('a picture without a width is at its beginning', () => {
  expect(scrubShare(100, { left: 100, width: 0 })).toBe(0);
});
