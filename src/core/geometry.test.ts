import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containRect, containsRect, coverCrop, scaleRectAboutCentre } from './geometry.ts';

const sides = fc.integer({ min: 1, max: 10_000 });
const sizes = fc.record({ width: sides, height: sides });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const TOLERANCE = 1e-6;

describe('cropping to fill', () => {
  it('has the shape of the target and stays inside the source, wherever the focus is', () => {
    fc.assert(
      fc.property(sizes, sizes, fraction, fraction, (source, target, x, y) => {
        const crop = coverCrop(source, target, { x, y });
        expect((crop.width / crop.height) * (target.height / target.width)).toBeCloseTo(1, 6);
        const slack = { x: -TOLERANCE, y: -TOLERANCE, width: source.width + 1, height: source.height + 1 };
        expect(containsRect(slack, crop)).toBe(true);
      }),
    );
  });

  it('uses the whole of one side', () => {
    const crop = coverCrop({ width: 1200, height: 1800 }, { width: 900, height: 1600 }, { x: 0.5, y: 0.5 });
    expect(crop.height).toBe(1800);
    expect(crop.width).toBeCloseTo(1012.5);
    expect(crop.x).toBeCloseTo((1200 - 1012.5) / 2);
  });

  it('moves towards the focus as far as the edges allow', () => {
    expect(coverCrop({ width: 200, height: 100 }, { width: 100, height: 100 }, { x: 0, y: 0.5 }).x).toBe(0);
    expect(coverCrop({ width: 200, height: 100 }, { width: 100, height: 100 }, { x: 1, y: 0.5 }).x).toBe(100);
  });
});

describe('fitting inside', () => {
  it('keeps the shape and stays centred in the box', () => {
    const box = { x: 90, y: 160, width: 900, height: 1600 };
    expect(containRect({ width: 1800, height: 900 }, box)).toEqual({ x: 90, y: 735, width: 900, height: 450 });
  });
});

it('growing about the centre keeps the centre', () => {
  expect(scaleRectAboutCentre({ x: 90, y: 160, width: 900, height: 1600 }, 1.05)).toEqual({
    x: 67.5,
    y: 120,
    width: 945,
    height: 1680,
  });
});
