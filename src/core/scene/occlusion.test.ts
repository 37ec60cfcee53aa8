import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAround, coversAbove, isCovered } from './occlusion.ts';
import type { PictureLayer, Scene } from './scene.ts';

const canvas = { width: 1080, height: 1920 };
const whole = { x: 0, y: 0, ...canvas };
const box = { x: 67.5, y: 120, width: 945, height: 1680 };

function picture(changes: Partial<PictureLayer>): PictureLayer {
  const size = { width: 945, height: 1680 };
  const reference = { kind: 'image', assetId: 'a' } as const;
  return {
    kind: 'picture',
    picture: reference,
    crop: box,
    part: { x: 0, y: 0, width: 1, height: 1 },
    grade: null,
    blurred: false,
    area: box,
    largestArea: size,
    opacity: 1,
    opaque: true,
    ...changes,
  };
}

function sceneWith(top: PictureLayer): Scene {
  return { frame: 0, canvas, layers: [{ kind: 'fill', area: whole, colour: '#050505', opacity: 1 }, top] };
}

describe('what opaque content hides', () => {
  it('is the area of a photo without transparency, for the layers below it only', () => {
    expect(coversAbove(sceneWith(picture({})))).toEqual([box, null]);
  });

  it('is nothing where the photo is translucent', () => {
    expect(coversAbove(sceneWith(picture({ opaque: false })))[0]).toBeNull();
    expect(coversAbove(sceneWith(picture({ opacity: 0.9 })))[0]).toBeNull();
    const veil = { kind: 'fill', area: whole, colour: '#FFFFFF', opacity: 0.9 } as const;
    expect(
      coversAbove({ frame: 0, canvas, layers: [...sceneWith(picture({ opaque: false })).layers, veil] })[0],
    ).toBeNull();
  });

  it('hides a particle only when the whole of it is under', () => {
    expect(isCovered({ x: 500, y: 500, width: 20, height: 20 }, box)).toBe(true);
    expect(isCovered({ x: 60, y: 500, width: 20, height: 20 }, box)).toBe(false);
  });
});

describe('the area around a hole', () => {
  it('is four strips that reach under the soft edge', () => {
    expect(areaAround(whole, box)).toEqual([
      { x: 0, y: 0, width: 1080, height: 120 },
      { x: 0, y: 1800, width: 1080, height: 120 },
      { x: 0, y: 120, width: 68, height: 1680 },
      { x: 1012, y: 120, width: 68, height: 1680 },
    ]);
  });

  it('is the whole area without a hole, or with one that misses it', () => {
    expect(areaAround(whole, null)).toEqual([whole]);
    expect(areaAround(whole, { x: 2000, y: 0, width: 10, height: 10 })).toEqual([whole]);
  });

  it('adds up with the hole to the whole, without overlap', () => {
    const coordinate = fc.integer({ min: -50, max: 150 });
    const side = fc.integer({ min: 1, max: 200 });
    const area = { x: 0, y: 0, width: 100, height: 80 };
    fc.assert(
      fc.property(coordinate, coordinate, side, side, (x, y, width, height) => {
        const parts = areaAround(area, { x, y, width, height });
        const covered = Math.max(0, Math.min(100, x + width) - Math.max(0, x));
        const coveredRows = Math.max(0, Math.min(80, y + height) - Math.max(0, y));
        const sum = parts.reduce((total, part) => total + part.width * part.height, 0);
        expect(sum).toBe(100 * 80 - covered * coveredRows);
      }),
    );
  });
});
