import type { FrameRate } from '#core/units.ts';
import { frameToSeconds } from '#core/units.ts';
import type { VideoEncoding } from './frame-encoder.ts';
import { h264HighCodec } from './h264-level.ts';

/** What is made with the browser's own encoders. */
export type BrowserCodec = 'avc' | 'vp9' | 'vp8';

/** Of an encoder that takes its time and drops no frame. */
export function encoderConfig(codec: BrowserCodec, encoding: VideoEncoding): VideoEncoderConfig {
  const { size, frameRate, videoBitRate } = encoding;
  return {
    codec: codecString(codec, encoding),
    width: size.width,
    height: size.height,
    bitrate: videoBitRate,
    bitrateMode: 'variable',
    framerate: frameRate.numerator / frameRate.denominator,
    // Real time drops frames when it falls behind.
    latencyMode: 'quality',
    ...(codec === 'avc' && { avc: { format: 'avc' } }),
  };
}

function codecString(codec: BrowserCodec, { size, frameRate, videoBitRate }: VideoEncoding): string {
  switch (codec) {
    case 'avc':
      return h264HighCodec(size, frameRate, videoBitRate);
    case 'vp9':
      // Profile 0: 8 bits, half the chroma each way.
      return `vp09.00.${vp9Level(size.width * size.height, frameRate)}.08`;
    case 'vp8':
      return 'vp8';
  }
}

/** VP9 Levels and Decoder Testing (WebM project), lowest first: the most luma samples of a picture and of a second. */
const VP9_LEVELS = [
  { level: '10', picture: 36_864, second: 829_440 },
  { level: '11', picture: 73_728, second: 2_764_800 },
  { level: '20', picture: 122_880, second: 4_608_000 },
  { level: '21', picture: 245_760, second: 9_216_000 },
  { level: '30', picture: 552_960, second: 20_736_000 },
  { level: '31', picture: 983_040, second: 36_864_000 },
  { level: '40', picture: 2_228_224, second: 83_558_400 },
  { level: '41', picture: 2_228_224, second: 160_432_128 },
  { level: '50', picture: 8_912_896, second: 311_951_360 },
  { level: '51', picture: 8_912_896, second: 588_251_136 },
];
const VP9_HIGHEST = '52';

function vp9Level(pixels: number, rate: FrameRate): string {
  const perSecond = pixels / frameToSeconds(1, rate);
  return VP9_LEVELS.find(({ picture, second }) => pixels <= picture && perSecond <= second)?.level ?? VP9_HIGHEST;
}
