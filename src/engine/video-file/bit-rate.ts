import type { VideoCodec } from 'mediabunny';
import type { Size } from '#core/geometry.ts';

/** What is known of a video that is to be encoded again. */
export interface SourceRate {
  readonly codec: VideoCodec;
  /** Bits a second. */
  readonly bitRate: number;
  readonly size: Size;
  /** Frames a second, in the mean. */
  readonly frameRate: number;
}

/**
 * Bits that H.264 needs for as good a picture, for each bit of the source: encoding again costs some, and newer codecs
 * take fewer (H.265 and VP9 about half, AV1 less).
 */
const FACTORS: Record<VideoCodec, number> = { avc: 1.25, vp8: 1.1, hevc: 2, vp9: 2, av1: 2.4, prores: 1 };

/** Bits of a pixel: with fewer, letters get edges; with more, nobody sees a difference in 8 bits. */
const FEWEST_BITS = 0.05;
const MOST_BITS = 0.35;

/** Bits a second for H.264 that looks as good. */
export function reencodedBitRate({ codec, bitRate, size, frameRate }: SourceRate): number {
  const pixels = size.width * size.height * frameRate;
  return Math.round(Math.min(pixels * MOST_BITS, Math.max(pixels * FEWEST_BITS, bitRate * FACTORS[codec])));
}
