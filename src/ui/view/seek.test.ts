import { describe, expect, it } from 'vitest';
import { frameAtPosition, framesPerSecond, percentOfFrame, stepFrame, tickStep } from './seek.ts';

describe('seeking on a strip', () => {
  it('finds the frame under a point, held inside the video', () => {
    expect(frameAtPosition(0, 300, 900)).toBe(0);
    expect(frameAtPosition(150, 300, 900)).toBe(450);
    expect(frameAtPosition(300, 300, 900)).toBe(899);
    expect(frameAtPosition(-20, 300, 900)).toBe(0);
    expect(frameAtPosition(20, 0, 900)).toBe(0);
  });
  it('puts a frame back where it was found', () => {
    expect(percentOfFrame(450, 900)).toBe(50);
    expect(percentOfFrame(0, 0)).toBe(0);
  });
  it('steps by frames without leaving the video', () => {
    expect(stepFrame(0, -1, 900)).toBe(0);
    expect(stepFrame(898, 30, 900)).toBe(899);
    expect(stepFrame(10, 1, 900)).toBe(11);
    expect(stepFrame(0, 1, 0)).toBe(0);
  });
  it('counts a second in frames', () => {
    expect(framesPerSecond({ numerator: 30_000, denominator: 1001 })).toBe(30);
  });
  it('spaces the ruler so that labels have room', () => {
    expect(tickStep(30, 1200)).toBe(2);
    expect(tickStep(4, 1200)).toBe(1);
    expect(tickStep(600, 1200)).toBe(60);
  });
});
