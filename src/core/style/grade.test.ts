import { describe, expect, it } from 'vitest';
import { gradeMatrix, NEUTRAL_GRADE } from './grade.ts';
import { STYLE_PRESETS } from './presets.ts';

describe('a grade', () => {
  it('of a neutral style, or of no strength, changes nothing', () => {
    expect(gradeMatrix(NEUTRAL_GRADE, 100)).toBeNull();
    expect(gradeMatrix(STYLE_PRESETS['neon-night'].grade, 0)).toBeNull();
  });

  it('grows with its strength', () => {
    const half = gradeMatrix({ warmth: 0, saturation: 1, contrast: 1.5 }, 50);
    expect(half?.[0]).toEqual([1.25, 0, 0, -0.125]);
  });

  it('keeps mid-grey where it is but for its warmth', () => {
    for (const { grade } of Object.values(STYLE_PRESETS)) {
      const matrix = gradeMatrix({ ...grade, warmth: 0 }, 100);
      for (const [red, green, blue, offset] of matrix ?? []) {
        expect(0.5 * (red + green + blue) + offset).toBeCloseTo(0.5);
      }
    }
  });

  it('differs from style to style', () => {
    const all = Object.values(STYLE_PRESETS).map(({ grade }) => JSON.stringify(gradeMatrix(grade, 100)));
    expect(new Set(all).size).toBe(all.length);
  });
});
