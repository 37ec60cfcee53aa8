import { describe, expect, it } from 'vitest';
import { reencodedBitRate } from './bit-rate.ts';

const FULL_HD = { codec: 'avc', size: { width: 1920, height: 1080 }, frameRate: 30, bitRate: 8e6 } as const;

describe('the bit rate of a captioned video', () => {
  it('is a little above that of its source', () => {
    expect(reencodedBitRate(FULL_HD)).toBe(10e6);
  });

  it('is twice that of a source in H.265', () => {
    expect(reencodedBitRate({ ...FULL_HD, codec: 'hevc', bitRate: 4e6 })).toBe(8e6);
  });

  it('is enough for letters over a picture that takes next to nothing', () => {
    expect(reencodedBitRate({ ...FULL_HD, bitRate: 100_000 })).toBe(3_110_400);
  });

  it('is not that of a studio master', () => {
    expect(reencodedBitRate({ ...FULL_HD, codec: 'prores', bitRate: 220e6 })).toBe(21_772_800);
  });
});
