import type { ConversionTarget } from './conversion.ts';

/** What people call each. */
export const TARGET_NAMES: Record<ConversionTarget, string> = {
  mp4: 'MP4',
  webm: 'WebM',
  gif: 'GIF',
  webp: 'animated WebP',
  mp3: 'MP3',
  wav: 'WAV',
};
