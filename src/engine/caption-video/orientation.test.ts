import { describe, expect, it } from 'vitest';
import { evenBounds, isUpright, type Matrix, type Orientation, toStored } from './orientation.ts';

const UPRIGHT: Orientation = {
  stored: { width: 640, height: 360 },
  shown: { width: 640, height: 360 },
  rotation: 0,
  flip: false,
};
/** A telephone held upright: stored lying. */
const TURNED: Orientation = { ...UPRIGHT, shown: { width: 360, height: 640 }, rotation: 90 };

function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]) {
  return [a * x + c * y + e, b * x + d * y + f];
}

describe('where points of the shown picture lie in the stored one', () => {
  it('is the same place where nothing is turned', () => {
    expect(toStored(UPRIGHT).map((value) => value + 0)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(isUpright(UPRIGHT)).toBe(true);
    expect(isUpright(TURNED)).toBe(false);
  });

  // Turned clockwise by 90°, the stored top left is shown at the top right.
  it.each([
    [90, [360, 0]],
    [270, [0, 640]],
  ] as const)('is undone for %i°: the stored corner is shown at %j', (rotation, corner) => {
    expect(apply(toStored({ ...TURNED, rotation }), corner)).toEqual([0, 0]);
  });

  it('is undone for half a turn and for a mirror', () => {
    expect(apply(toStored({ ...UPRIGHT, rotation: 180 }), [640, 360])).toEqual([0, 0]);
    expect(apply(toStored({ ...UPRIGHT, flip: true }), [640, 10])).toEqual([0, 10]);
    // Mirrored after the turn: the stored corner, turned to the top right, is shown at the top left.
    expect(apply(toStored({ ...TURNED, flip: true }), [0, 0])).toEqual([0, 0]);
  });

  it('is squeezed where pixels are not square', () => {
    const wide = toStored({ ...UPRIGHT, shown: { width: 1280, height: 360 } });
    expect(apply(wide, [1280, 360])).toEqual([640, 360]);
    const turned = toStored({ ...TURNED, shown: { width: 360, height: 1280 } });
    expect(apply(turned, [0, 1280])).toEqual([640, 360]);
  });
});

describe('the area of a caption on the stored picture', () => {
  const area = { x: 31, y: 501, width: 298, height: 73 };

  it('begins and ends at even pixels', () => {
    expect(evenBounds({ ...area, y: 201 }, toStored(UPRIGHT), UPRIGHT.stored)).toEqual({
      x: 30,
      y: 200,
      width: 300,
      height: 74,
    });
  });

  it('lies along the other side where the picture is turned', () => {
    expect(evenBounds(area, toStored(TURNED), TURNED.stored)).toEqual({ x: 500, y: 30, width: 74, height: 300 });
  });

  it('is cut off at the edge, and null outside', () => {
    expect(evenBounds({ x: -9, y: 350, width: 30, height: 40 }, toStored(UPRIGHT), UPRIGHT.stored)).toEqual({
      x: 0,
      y: 350,
      width: 22,
      height: 10,
    });
    expect(evenBounds({ x: 700, y: 0, width: 30, height: 40 }, toStored(UPRIGHT), UPRIGHT.stored)).toBeNull();
  });
});
