import { describe, expect, it } from 'vitest';
import { neighbourPoint, snapFrame } from './snap.ts';

describe('snapping', () => {
  it('takes the nearest point in reach, else the frame itself', () => {
    expect(snapFrame(17, [0, 15, 30], 4)).toBe(15);
    expect(snapFrame(22, [0, 15, 30], 4)).toBe(22);
    expect(snapFrame(22, [], 4)).toBe(22);
  });
  it('steps to the points on either side', () => {
    expect(neighbourPoint(15, [0, 15, 30], -1)).toBe(0);
    expect(neighbourPoint(15, [0, 15, 30], 1)).toBe(30);
    expect(neighbourPoint(30, [0, 15, 30], 1)).toBeNull();
  });
});
