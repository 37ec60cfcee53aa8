import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPart, type HighlightCurve } from './highlights.ts';

/** A curve of half-second windows. */
function curve(...scores: number[]): HighlightCurve {
  return { windowSeconds: 0.5, scores };
}

/** Ten seconds: dull, but for what `change` puts in at a window. */
function tenSeconds(change: Record<number, number>, dull = 0.3): HighlightCurve {
  return curve(...Array.from({ length: 20 }, (_, window) => change[window] ?? dull));
}

describe('the best part of a clip', () => {
  test('is where most happens', () => {
    const start = bestPart(tenSeconds({ 12: 0.9, 13: 0.9, 14: 0.9, 15: 0.9 }), 2, 10);
    expect(start).toBe(6);
  });

  test('of an even clip is early, but not its very first moment', () => {
    expect(bestPart(tenSeconds({}), 2, 10)).toBe(0.5);
  });

  test('of a clip that nobody could look at is early too', () => {
    for (const nothing of [curve(), tenSeconds({}, 0), tenSeconds({}, Number.NaN)]) {
      expect(bestPart(nothing, 2, 10)).toBe(0.5);
    }
  });

  test('holds no black moment, even between two strong ones', () => {
    const strong = { 4: 0.9, 5: 0.9, 6: 0, 7: 0.9, 8: 0.9 };
    const start = bestPart(tenSeconds(strong, 0.5), 2, 10);
    expect(start >= 3.5 || start + 2 <= 3).toBe(true);
  });

  test('does not begin in the first or end in the last moment for a little more', () => {
    const start = bestPart(tenSeconds({ 0: 0.45, 19: 0.45 }, 0.4), 2, 10);
    expect(start).toBe(0.5);
  });

  test('of equals is the first', () => {
    expect(bestPart(tenSeconds({ 6: 0.9, 7: 0.9, 14: 0.9, 15: 0.9 }), 1, 10)).toBe(3);
  });

  test('of a clip that is no longer than its slot begins at the beginning', () => {
    expect(bestPart(tenSeconds({ 12: 1 }), 10, 10)).toBe(0);
    expect(bestPart(tenSeconds({ 12: 1 }), 12, 10)).toBe(0);
  });

  test('always lies within the clip, whatever the curve', () => {
    const scores = fc.array(fc.oneof(fc.double({ min: 0, max: 1 }), fc.constant(Number.NaN)), { maxLength: 60 });
    const length = fc.double({ min: 0.1, max: 30, noNaN: true });
    fc.assert(
      fc.property(scores, length, length, (values, part, duration) => {
        const start = bestPart(curve(...values), part, duration);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(Math.max(0, duration - part) + 1e-9);
      }),
    );
  });
});
