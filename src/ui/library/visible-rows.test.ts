import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsIn, visibleRows } from './visible-rows.ts';

test('of 5,000 rows those in sight are drawn, and a few more', () => {
  expect(visibleRows(50_000, 800, 100, 5_000)).toEqual({ first: 496, end: 512 });
  expect(visibleRows(-300, 800, 100, 5_000)).toEqual({ first: 0, end: 9 });
  expect(visibleRows(0, 800, 100, 0)).toEqual({ first: 0, end: 0 });
});

test('every row in sight is drawn, wherever the list stands', () => {
  const numbers = fc.tuple(fc.integer({ min: -5_000, max: 600_000 }), fc.nat(2_000), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(numbers, fc.nat(5_000), ([above, height, rowHeight], count) => {
      const { first, end } = visibleRows(above, height, rowHeight, count);
      expect(first >= 0 && first <= end && end <= count).toBe(true);
      for (const y of [above, above + height / 2, above + height]) {
        const row = Math.floor(y / rowHeight);
        if (row >= 0 && row < count) expect(row >= first && row < end).toBe(true);
      }
    }),
  );
});

test('columns share the width, and there is always one', () => {
  expect(columnsIn(1_096, 160, 12)).toBe(6);
  expect(columnsIn(358, 160, 12)).toBe(2);
  expect(columnsIn(0, 160, 12)).toBe(1);
});
