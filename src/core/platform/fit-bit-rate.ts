/** Encoders miss the bit rate that they are asked for by up to a tenth, the more the shorter a video is. */
const KEPT_FREE = 0.1;

/** Tables of the file: about 30 bytes for each of 77 packets a second, in bits per second. */
const TABLES_BIT_RATE = 20_000;

/**
 * The bit rate of pictures with which a video and its sound stay below a size.
 * @param seconds length of the video, above 0.
 * @param audioBitRate in bits per second.
 * @returns in bits per second, at least 1.
 */
export function videoBitRateWithin(mostBytes: number, seconds: number, audioBitRate: number): number {
  const whole = (mostBytes * 8 * (1 - KEPT_FREE)) / seconds;
  return Math.max(1, Math.floor(whole - audioBitRate - TABLES_BIT_RATE));
}
