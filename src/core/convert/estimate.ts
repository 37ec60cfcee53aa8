import type { Size } from '../geometry.ts';
import { animationPixels, planAnimation } from './animation.ts';
import type { Conversion, ConvertibleFile, ConvertiblePictures, VideoConversion, VideoTarget } from './conversion.ts';
import { fitVideoSize } from './fit-size.ts';

/** Bits a second that H.264 of 1080p at 30 frames a second takes on the web, where nobody sees a difference to more. */
const USUAL_BIT_RATE = 8e6;
const USUAL_PIXELS = 1920 * 1080 * 30;
/** Encoders refuse to work with next to nothing, which is what the smallest pictures would need. */
const LOWEST_BIT_RATE = 64_000;
/** Twice as many pixels need less than twice as many bits: neighbours are more alike. */
const PIXEL_EXPONENT = 0.7;
/** VP9 as browsers make it, which are in a hurry; VP8 needs more, and is made only where there is no VP9. */
const SHARES: Record<VideoTarget, number> = { mp4: 1, webm: 0.8 };

/** Bits a second for pictures on the web: what looks as good as the source, and no more than is usual. */
export function webBitRate(
  { size, frameRate, bitRate }: Pick<ConvertiblePictures, 'size' | 'frameRate' | 'bitRate'>,
  made: Size,
  to: VideoTarget,
): number {
  const [before, after] = [size.width * size.height, made.width * made.height];
  const needed = bitRate * (after / before) ** PIXEL_EXPONENT;
  const usual = USUAL_BIT_RATE * ((after * frameRate) / USUAL_PIXELS) ** PIXEL_EXPONENT;
  return Math.max(LOWEST_BIT_RATE, Math.round(SHARES[to] * Math.min(needed, usual)));
}

/** Of MP3, in bits a second: nobody hears a difference to more. */
export const MP3_BIT_RATE = 192_000;
/** Of WAV, which has 16 bits. */
export const WAV_SAMPLE_BYTES = 2;

/** Of each pixel of an animation, about: what does not change costs next to nothing, noise costs everything. */
const ANIMATION_BYTES = { gif: 0.35, webp: 0.08 } as const;

/** About how large the new file will be, in bytes. @param soundBitRate of sound beside pictures. */
export function estimateBytes(file: ConvertibleFile, conversion: Conversion, soundBitRate: number): number {
  const { pictures, sound } = file;
  switch (conversion.to) {
    case 'mp4':
    case 'webm':
      return ((pictures ? pictureBits(pictures, conversion) : 0) + soundBits(sound, soundBitRate)) / 8;
    case 'gif':
    case 'webp':
      return pictures ? animationPixels(planAnimation(pictures, conversion)) * ANIMATION_BYTES[conversion.to] : 0;
    case 'mp3':
      return soundBits(sound, MP3_BIT_RATE) / 8;
    case 'wav':
      return sound ? sound.durationSeconds * sound.sampleRate * WAV_SAMPLE_BYTES * Math.min(2, sound.channels) : 0;
  }
}

function pictureBits(pictures: ConvertiblePictures, { to, size }: VideoConversion): number {
  return webBitRate(pictures, fitVideoSize(pictures.size, size), to) * pictures.durationSeconds;
}

function soundBits(sound: ConvertibleFile['sound'], bitRate: number): number {
  return sound ? sound.durationSeconds * bitRate : 0;
}
