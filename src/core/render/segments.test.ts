import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSegment, planSegments } from './segments.ts';

describe('planning segments', () => {
  test('a video is cut at its keyframes, and its last segment is what is left', () => {
    expect(planSegments(130, { keyframeInterval: 60 })).toEqual([
      { index: 0, firstFrame: 0, frames: 60 },
      { index: 1, firstFrame: 60, frames: 60 },
      { index: 2, firstFrame: 120, frames: 10 },
    ]);
  });

  test('every frame lies in exactly one segment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 240 }), (frames, keyframeInterval) => {
        const segments = planSegments(frames, { keyframeInterval });
        const covered = segments.flatMap(({ firstFrame, frames }) =>
          Array.from({ length: frames }, (_, n) => firstFrame + n),
        );
        expect(covered).toEqual(Array.from({ length: frames }, (_, frame) => frame));
      }),
    );
  });
});

describe('choosing the next segment', () => {
  test('a worker goes on where it stood', () => {
    expect(chooseSegment([3, 4, 5, 9], 3, [])).toBe(4);
  });

  test('the first begins at the beginning, the second in the middle of what lies before the first', () => {
    expect(chooseSegment([0, 1, 2, 3, 4, 5, 6, 7], null, [])).toBe(0);
    expect(chooseSegment([1, 2, 3, 4, 5, 6, 7], null, [0])).toBe(4);
  });

  test('a gap that nobody is heading for is taken from its beginning', () => {
    expect(chooseSegment([2, 3, 4], null, [8])).toBe(2);
  });

  test('the last one left is taken', () => {
    expect(chooseSegment([5], null, [4])).toBe(5);
    expect(chooseSegment([], 4, [])).toBeNull();
  });

  test('any number of workers take every segment exactly once', () => {
    const steps = fc.array(fc.nat(3), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), steps, (count, turns) => {
        let open = Array.from({ length: count }, (_, index) => index);
        const last: (number | null)[] = [null, null, null, null];
        const done: number[] = [];
        for (const worker of turns) {
          const others = last.flatMap((index, who) => (index === null || who === worker ? [] : [index]));
          const index = chooseSegment(open, last[worker] ?? null, others);
          if (index === null) continue;
          expect(open).toContain(index);
          open = open.filter((other) => other !== index);
          last[worker] = index;
          done.push(index);
        }
        expect(done.length + open.length).toBe(count);
        expect(new Set(done).size).toBe(done.length);
      }),
    );
  });
});
