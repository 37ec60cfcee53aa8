import type { Size } from '#core/geometry.ts';
import { type FrameRate, frameToSeconds } from '#core/units.ts';

/** ITU-T H.264, table A-1: limits of the levels that phones and platforms play, lowest first. Where none fits, 5.2 is taken. */
const LEVELS = [
  { level: 30, macroblocks: 1_620, macroblocksPerSecond: 40_500, bitRate: 10_000_000 },
  { level: 31, macroblocks: 3_600, macroblocksPerSecond: 108_000, bitRate: 14_000_000 },
  { level: 40, macroblocks: 8_192, macroblocksPerSecond: 245_760, bitRate: 20_000_000 },
  { level: 42, macroblocks: 8_704, macroblocksPerSecond: 522_240, bitRate: 50_000_000 },
  { level: 51, macroblocks: 36_864, macroblocksPerSecond: 983_040, bitRate: 240_000_000 },
];

const HIGHEST_LEVEL = 52;

const MACROBLOCK_PIXELS = 16;

/** Codec string of H.264 High for WebCodecs, at the lowest level that holds the video. */
export function h264HighCodec(size: Size, rate: FrameRate, bitRate: number): string {
  const macroblocks = Math.ceil(size.width / MACROBLOCK_PIXELS) * Math.ceil(size.height / MACROBLOCK_PIXELS);
  const perSecond = macroblocks / frameToSeconds(1, rate);
  const fitting = LEVELS.find(
    (limits) =>
      macroblocks <= limits.macroblocks && perSecond <= limits.macroblocksPerSecond && bitRate <= limits.bitRate,
  );
  const level = fitting?.level ?? HIGHEST_LEVEL;
  // Profile 100 (High), no constraint flags.
  return `avc1.6400${level.toString(16)}`;
}
