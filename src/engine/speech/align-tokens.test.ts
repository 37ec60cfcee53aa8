import { describe, expect, it } from 'vitest';
import { rowStarts } from './align-tokens.ts';

const FRAMES = 100;

/** A head whose row r looks at the frames from the r-th place to the next, after one row for the forced beginning. */
function headLookingAt(places: readonly number[]): Float32Array[] {
  const rows = places.map((from, r) => {
    const to = places[r + 1] ?? FRAMES;
    return Float32Array.from({ length: FRAMES + 20 }, (_, f) => (f >= from && f < to ? 1 : 0.01 + (f % 7) * 0.001));
  });
  return [new Float32Array(FRAMES + 20).fill(0.02), ...rows];
}

describe('the times of tokens', () => {
  it('are those where the row that says them begins to look', () => {
    expect(rowStarts([headLookingAt([0, 12, 40, 75])], 1, FRAMES, 7)).toEqual([0, 12, 40, 75]);
  });

  it('are agreed on by all heads', () => {
    const heads = [headLookingAt([0, 12, 40, 75]), headLookingAt([0, 12, 40, 75])];
    expect(rowStarts(heads, 1, FRAMES, 7)).toEqual([0, 12, 40, 75]);
  });

  it('stay inside the sound and in order where the heads look nowhere', () => {
    const blind = [Array.from({ length: 6 }, () => new Float32Array(FRAMES))];
    const starts = rowStarts(blind, 1, 50, 7);
    expect(starts).toHaveLength(5);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(Math.max(...starts)).toBeLessThan(50);
  });

  it('are given for more tokens than there are frames', () => {
    const heads = [headLookingAt(Array.from({ length: 12 }, (_, r) => r))];
    const starts = rowStarts(heads, 1, 4, 7);
    expect(starts).toHaveLength(12);
    expect(Math.max(...starts)).toBeLessThan(4);
  });

  it('are none where nothing was said or heard', () => {
    expect(rowStarts([[new Float32Array(FRAMES)]], 1, FRAMES, 7)).toEqual([]);
    expect(rowStarts([headLookingAt([0, 12])], 1, 0, 7)).toEqual([]);
  });
});
