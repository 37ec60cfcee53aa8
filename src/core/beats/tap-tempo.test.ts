import { describe, expect, it } from 'vitest';
import { tempoOfTaps } from './tap-tempo.ts';

function taps(intervals: readonly number[]): number[] {
  const times = [5000];
  for (const interval of intervals) times.push((times.at(-1) ?? 0) + interval);
  return times;
}

describe('the tempo of taps', () => {
  it('is the mean of what the hand did', () => {
    expect(tempoOfTaps(taps([500, 490, 510, 500]))).toBeCloseTo(120);
  });

  it('forgives a missed and a doubled tap', () => {
    expect(tempoOfTaps(taps([500, 500, 1000, 500, 60, 440, 500]))).toBeCloseTo(120, -1);
  });

  it('counts from the last pause on', () => {
    expect(tempoOfTaps(taps([300, 300, 300, 4000, 600, 600, 600]))).toBeCloseTo(100);
  });

  it.each([
    ['no taps', []],
    ['three taps', taps([500, 500])],
    ['no common tempo', taps([200, 500, 1200])],
    ['taps too fast for music', taps([100, 100, 100, 100])],
  ])('is unknown for %s', (_, times) => {
    expect(tempoOfTaps(times)).toBeNull();
  });
});
