import { expect, test } from 'vitest';
import { QUALITY_MODES, renderSettings, VIDEO_FORMATS } from '#core/render/settings.ts';
import { h264HighCodec } from './h264-level.ts';

const FPS_30 = { numerator: 30, denominator: 1 };

test.each([
  [{ width: 1080, height: 1920 }, 30, 7_000_000, 'avc1.640028'],
  [{ width: 720, height: 1280 }, 24, 2_500_000, 'avc1.64001f'],
  [{ width: 1080, height: 1920 }, 60, 12_000_000, 'avc1.64002a'],
  [{ width: 2160, height: 3840 }, 30, 40_000_000, 'avc1.640033'],
  [{ width: 320, height: 320 }, 30, 15_000_000, 'avc1.640028'],
])('%o at %i frames/s and %i bit/s is %s', (size, fps, bitRate, codec) => {
  expect(h264HighCodec(size, { numerator: fps, denominator: 1 }, bitRate)).toBe(codec);
});

test('what no level holds gets the highest', () => {
  expect(h264HighCodec({ width: 8000, height: 8000 }, FPS_30, 1)).toBe('avc1.640034');
});

test('everything that the studio makes plays on devices of level 4.0', () => {
  for (const format of VIDEO_FORMATS) {
    for (const quality of QUALITY_MODES) {
      const { size, frameRate, videoBitRate } = renderSettings(format, quality);
      expect(Number.parseInt(h264HighCodec(size, frameRate, videoBitRate).slice(-2), 16)).toBeLessThanOrEqual(40);
    }
  }
});
