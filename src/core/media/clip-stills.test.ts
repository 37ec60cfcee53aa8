import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isBrightEnough,
  planMovingPreview,
  STRIP_PICTURES,
  stripPictureAt,
  stripTimes,
  thumbnailTimes,
} from './clip-stills.ts';

describe('a thumbnail', () => {
  test('is looked for at the first picture before any other', () => {
    expect(thumbnailTimes(1.4, 60)[0]).toBe(1.4);
  });

  test('is not looked for beyond ten seconds, or beyond the end', () => {
    expect(Math.max(...thumbnailTimes(5, 3600))).toBeCloseTo(14.8, 9);
    expect(Math.max(...thumbnailTimes(0, 0.9))).toBeCloseTo(0.8, 9);
  });

  test('of a clip of one picture is that picture', () => {
    expect(thumbnailTimes(0, 1 / 30)).toEqual([0]);
    expect(thumbnailTimes(2, 2)).toEqual([2]);
  });

  test('is no picture in which there is nothing to see', () => {
    // Limited-range black, a title on black, and a room at night.
    expect([0, 16, 40].map(isBrightEnough)).toEqual([false, false, true]);
  });
});

describe('a moving preview', () => {
  test('goes through a long clip in 2.4 seconds', () => {
    const { times, milliseconds } = planMovingPreview(10, 130);
    expect(times).toHaveLength(12);
    expect([times[0], times[1], times.at(-1)]).toEqual([15, 25, 125]);
    expect(milliseconds).toBe(200);
  });

  test('shows a short clip in its own time', () => {
    expect(planMovingPreview(0, 1.2).milliseconds).toBe(100);
  });
});

describe('a strip', () => {
  test('has the beginning, the middle and the end', () => {
    const times = stripTimes(2, 10);
    expect(times).toHaveLength(STRIP_PICTURES);
    expect([times[0], times[(STRIP_PICTURES - 1) / 2], times.at(-1)]).toEqual([2, 6, 10]);
  });

  test('of one picture has the beginning', () => {
    expect(stripTimes(2, 10, 1)).toEqual([2]);
  });

  test('shows at its pictures’ own places those pictures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        for (const [index, time] of stripTimes(0, 1, count).entries()) expect(stripPictureAt(time, count)).toBe(index);
      }),
    );
  });

  test('from before, of the middles of equal shares, is read as it was', () => {
    const middles = Array.from({ length: 8 }, (_, index) => (index + 0.5) / 8);
    expect(middles.map((share) => stripPictureAt(share, 8))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('shows its nearest picture for places beyond it, and none of none', () => {
    expect([stripPictureAt(-3, 9), stripPictureAt(1, 9), stripPictureAt(7, 9), stripPictureAt(0.5, 0)]).toEqual([
      0, 8, 8, 0,
    ]);
  });
});
