import { StudioError } from '../errors.ts';
import { animationPixels, longestAnimation, MOST_ANIMATION_PIXELS, planAnimation } from './animation.ts';
import type { AnimationConversion, Conversion, ConvertibleFile, ConvertiblePictures } from './conversion.ts';
import { fitWidth } from './fit-size.ts';
import { TARGET_NAMES } from './names.ts';

/** Why a file cannot become that; null where it can. @param name of the file. */
export function refuseConversion(name: string, file: ConvertibleFile, conversion: Conversion): StudioError | null {
  const { to } = conversion;
  if (to === 'mp3' || to === 'wav') return file.sound ? null : noSound(name, TARGET_NAMES[to]);
  if (!file.pictures) return noPictures(name, TARGET_NAMES[to]);
  return to === 'gif' || to === 'webp' ? refuseAnimation(name, file.pictures, conversion) : null;
}

function refuseAnimation(
  name: string,
  pictures: ConvertiblePictures,
  conversion: AnimationConversion,
): StudioError | null {
  const { startSeconds, width, frameRate } = conversion;
  const { durationSeconds } = pictures;
  if (startSeconds >= durationSeconds) return beginsLate(name, startSeconds, durationSeconds);
  const plan = planAnimation(pictures, conversion);
  if (animationPixels(plan) <= MOST_ANIMATION_PIXELS) return null;
  const longest = Math.floor(longestAnimation(pictures, conversion) * 10) / 10;
  const { width: wide, height: high } = fitWidth(pictures.size, width);
  return new StudioError(
    'input-invalid',
    `${(plan.frames / frameRate).toFixed(1)} s of “${name}” are too much for one ${TARGET_NAMES[conversion.to]}: at ${wide}x${high} pixels and ${frameRate} frames a second it can last ${longest.toFixed(1)} s. Choose a shorter part, a smaller width or fewer frames a second.`,
    { file: name, rule: `at most ${longest.toFixed(1)} s`, value: plan.frames / frameRate },
  );
}

function noPictures(name: string, target: string): StudioError {
  return new StudioError(
    'no-video-frames',
    `“${name}” holds no moving pictures, so it cannot become ${target}. Choose a video, or convert it to MP3 or WAV.`,
    { file: name, rule: 'a video track', value: 0 },
  );
}

function noSound(name: string, target: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `“${name}” holds no sound, so it cannot become ${target}. Choose a file with sound, or convert it to MP4, WebM, GIF or WebP.`,
    { file: name, rule: 'has an audio track', value: 0 },
  );
}

function beginsLate(name: string, start: number, end: number): StudioError {
  return new StudioError(
    'input-invalid',
    `“${name}” ends at ${end.toFixed(1)} s; a part of it cannot begin at ${start.toFixed(1)} s. Let it begin earlier.`,
    { file: name, rule: `begins before ${end.toFixed(1)} s`, value: start },
  );
}
