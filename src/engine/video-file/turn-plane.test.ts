import { describe, expect, it } from 'vitest';
import { type Turn, turnPlane } from './turn-plane.ts';

const PLACE = { offset: 0, stride: 3, step: 1 };
/** 1 2 3 over 4 5 6. */
const PLANE = Uint8Array.of(1, 2, 3, 4, 5, 6);

function turned(turn: Turn): number[] {
  const target = new Uint8Array(6);
  turnPlane(PLANE, PLACE, { width: 3, height: 2 }, turn, target);
  return [...target];
}

describe('a plane', () => {
  it.each([
    [0, [1, 2, 3, 4, 5, 6]],
    [90, [4, 1, 5, 2, 6, 3]],
    [180, [6, 5, 4, 3, 2, 1]],
    [270, [3, 6, 2, 5, 1, 4]],
  ] as const)('is turned clockwise by %d degrees', (rotation, expected) => {
    expect(turned({ rotation, flip: false })).toEqual(expected);
  });

  it.each([
    [0, [3, 2, 1, 6, 5, 4]],
    [90, [1, 4, 2, 5, 3, 6]],
  ] as const)('is mirrored after it was turned by %d degrees', (rotation, expected) => {
    expect(turned({ rotation, flip: true })).toEqual(expected);
  });

  it('may take turns with another one', () => {
    const both = Uint8Array.of(1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9);
    const target = new Uint8Array(6);
    turnPlane(both, { offset: 0, stride: 6, step: 2 }, { width: 3, height: 2 }, { rotation: 90, flip: false }, target);
    expect([...target]).toEqual([4, 1, 5, 2, 6, 3]);
  });
});
