import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentile, spreadOf } from './percentile.ts';

/** Without the zero below zero, which is equal to the other one and not the same. */
const value = fc.double({ noNaN: true, noDefaultInfinity: true }).map((any) => any + 0);
const values = fc.array(value, { minLength: 1, maxLength: 200 });
const percent = fc.integer({ min: 1, max: 100 });

describe('a percentile', () => {
  test('is the value of the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99 });
    expect(spreadOf([20, 40, 15, 50, 35])).toEqual({ count: 5, p50: 35, p95: 50, p99: 50 });
    expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7 });
    expect(spreadOf([])).toBeNull();
  });

  test('is the smallest value that is not exceeded by enough of them', () => {
    fc.assert(
      fc.property(values, percent, (list, p) => {
        const found = percentile(list, p) ?? Number.NaN;
        expect(list).toContain(found);
        const needed = (p * list.length) / 100;
        expect(list.filter((value) => value <= found).length).toBeGreaterThanOrEqual(needed - 1e-9);
        expect(list.filter((value) => value < found).length).toBeLessThan(needed);
      }),
    );
  });

  test('grows with the percentage, and does not depend on the order', () => {
    fc.assert(
      fc.property(values, percent, percent, (list, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(percentile(list, low)).toBeLessThanOrEqual(percentile(list, high) ?? Number.NaN);
        expect(percentile([...list].reverse(), a)).toBe(percentile(list, a));
      }),
    );
  });
});
