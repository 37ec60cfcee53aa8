import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAtSeconds, frameIndex, frameToMicroseconds, frameToSeconds, secondsToFrameCount } from './units.ts';

const NTSC = { numerator: 30_000, denominator: 1001 };
const rates = fc.constantFrom({ numerator: 30, denominator: 1 }, { numerator: 24, denominator: 1 }, NTSC);

describe('frame arithmetic', () => {
  it('finds every frame again at its own presentation time, for hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), rates, (frame, rate) => {
        expect(frameAtSeconds(frameToSeconds(frame, rate), rate)).toBe(frame);
      }),
    );
  });

  it('keeps a frame on screen until the next one begins', () => {
    expect(frameAtSeconds(0.999 / 30, { numerator: 30, denominator: 1 })).toBe(0);
    expect(frameAtSeconds(1 / 30, { numerator: 30, denominator: 1 })).toBe(1);
  });

  it('counts 29.97 frames a second without drift', () => {
    expect(secondsToFrameCount(1001, NTSC)).toBe(30_000);
    expect(frameToMicroseconds(30_000, NTSC)).toBe(1_001_000_000);
  });

  it('refuses an index that is no frame', () => {
    expect(() => frameIndex(-1)).toThrow('at least 0 (got -1)');
    expect(() => frameIndex(0.5)).toThrow('whole number');
  });
});
