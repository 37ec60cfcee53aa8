import { describe, expect, test } from 'vitest';
import { type FrameLook, highlightCurve, lookAt } from './score-frames.ts';

const SIZE = { width: 32, height: 16 };

/** A picture by a grey for each place. */
function picture(grey: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: SIZE.width * SIZE.height }, (_, index) =>
    grey(index % SIZE.width, Math.floor(index / SIZE.width)),
  );
}

/** Stripes of a width in pixels, moved to the right. */
const stripes = (width: number, moved = 0) => picture((x) => (Math.floor((x - moved) / width) % 2 === 0 ? 60 : 190));

const PLAIN: FrameLook = { brightness: 120, contrast: 50, sharpness: 10, motion: 6 };

/** The one score of a window among many that look plain. */
function scoreOf(look: Partial<FrameLook>): number {
  const looks = [...Array.from({ length: 9 }, () => PLAIN), { ...PLAIN, ...look }];
  return highlightCurve(looks, 1, 0.5).scores[9] ?? Number.NaN;
}

describe('a picture', () => {
  test('is as bright and contrasted as its pixels', () => {
    const look = lookAt(stripes(4), null, SIZE);
    expect(look.brightness).toBeCloseTo(125);
    expect(look.contrast).toBeCloseTo(65);
    expect(look.motion).toBe(0);
  });

  test('is sharper the finer its edges', () => {
    expect(lookAt(stripes(2), null, SIZE).sharpness).toBeGreaterThan(1.5 * lookAt(stripes(4), null, SIZE).sharpness);
  });

  test('moves by what changed since the one before', () => {
    expect(lookAt(stripes(4), stripes(4), SIZE).motion).toBe(0);
    expect(lookAt(stripes(4, 1), stripes(4), SIZE).motion).toBeGreaterThan(20);
  });
});

describe('a moment of a clip', () => {
  test('is worth nothing while it is black, or of one colour', () => {
    expect(scoreOf({ brightness: 5 })).toBe(0);
    expect(scoreOf({ contrast: 1 })).toBe(0);
  });

  test('is worth more the more happens, but not where the camera is thrown about', () => {
    expect(scoreOf({ motion: 12 })).toBeGreaterThan(scoreOf({ motion: 1 }));
    expect(scoreOf({ motion: 90 })).toBeLessThan(scoreOf({ motion: 30 }));
  });

  test('is worth little while it is blurred beside the rest', () => {
    expect(scoreOf({ sharpness: 4 })).toBeLessThan(0.25 * scoreOf({}));
  });

  test('is worth something while nothing moves', () => {
    expect(scoreOf({ motion: 0 })).toBeGreaterThan(0.3);
  });
});

test('windows hold the mean of their pictures, the last one what is left', () => {
  const looks = [PLAIN, PLAIN, { ...PLAIN, brightness: 0 }, PLAIN, PLAIN];
  const { scores, windowSeconds } = highlightCurve(looks, 2, 0.5);
  const whole = scores[0] ?? 0;
  expect(scores).toEqual([whole, whole / 2, whole]);
  expect(windowSeconds).toBe(0.5);
});

test('a clip without pictures has an empty curve', () => {
  expect(highlightCurve([], 2, 0.5).scores).toEqual([]);
});
