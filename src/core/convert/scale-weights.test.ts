import { describe, expect, it } from 'vitest';
import { type ScaleWeights, scaleWeights } from './scale-weights.ts';

function applied({ starts, weights, taps }: ScaleWeights, row: readonly number[]): number[] {
  return Array.from(starts, (start, index) => {
    const shares = Array.from(weights.subarray(index * taps, (index + 1) * taps));
    return shares.reduce((sum, share, tap) => sum + share * (row[start + tap] ?? 0), 0) / 16384;
  });
}

const ramp = (length: number) => Array.from({ length }, (_, index) => index);

describe('weights of a row that is made shorter', () => {
  it.each([
    [1920, 1280],
    [1080, 480],
    [300, 7],
    [9, 4],
  ])('add up to 1 for %d to %d', (source, target) => {
    const { starts, weights, taps } = scaleWeights(source, target, 0.5, 8);
    expect(starts).toHaveLength(target);
    for (let index = 0; index < target; index++) {
      const shares = weights.subarray(index * taps, (index + 1) * taps);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(16384);
      expect(starts[index]).toBeGreaterThanOrEqual(0);
      if (source >= taps) expect((starts[index] ?? 0) + taps).toBeLessThanOrEqual(source);
    }
  });

  it('leave a row alone that stays as long', () => {
    expect(applied(scaleWeights(40, 40, 0.5, 8), ramp(40))).toEqual(ramp(40));
  });

  it('put each sample in the middle of those that it stands for', () => {
    // 1.5 source samples for one: the first in the middle of 0 and 1.5 is at 0.25.
    const middle = applied(scaleWeights(90, 60, 0.5, 8), ramp(90)).slice(10, 50);
    for (const [index, value] of middle.entries()) expect(value).toBeCloseTo((index + 10.5) * 1.5 - 0.5, 1);
  });

  it('keep chroma over the luma sample on whose place it stands', () => {
    const shifted = applied(scaleWeights(90, 45, 0.25, 8), ramp(90)).slice(10, 35);
    for (const [index, value] of shifted.entries()) expect(value).toBeCloseTo((index + 10.25) * 2 - 0.25, 1);
  });

  it('lose what is finer than the shorter row can hold', () => {
    const stripes = ramp(400).map((index) => 255 * (index % 2));
    for (const value of applied(scaleWeights(400, 100, 0.5, 8), stripes).slice(4, -4)) {
      expect(Math.abs(value - 127.5)).toBeLessThan(4);
    }
  });
});
