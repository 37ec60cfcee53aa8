import { StudioError } from '#core/errors.ts';

/** Why a clip is refused. Each names file, rule and value. */

export function noFrames(name: string): StudioError {
  return new StudioError(
    'no-video-frames',
    `${name} is a video without a single frame. Record or export it again, or choose another clip.`,
    { file: name, rule: 'at least one frame', value: 0 },
  );
}

export function damagedClip(name: string, what: string, cause?: unknown): StudioError {
  return new StudioError(
    'file-damaged',
    `${name} is damaged: ${what}. Copy or download it again, or convert it to MP4.`,
    { file: name, rule: 'readable video', value: what, ...(cause instanceof Error && { cause: cause.message }) },
    { cause },
  );
}

/** @param longest in seconds. */
export function tooLongToConvert(name: string, codec: string, duration: number, longest: number): StudioError {
  const minutes = Math.round(longest / 60);
  return new StudioError(
    'file-too-large',
    `${name} (${codec}) has to be converted and is ${Math.ceil(duration / 60)} minutes long; clips of up to ${minutes} minutes are converted here. Cut out the part you want, or convert it to MP4 (H.264) in another program, and drop that.`,
    { file: name, rule: `at most ${longest} seconds to convert`, value: duration },
  );
}

export function conversionFailed(name: string, codec: string, cause: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `${name} (${codec}) could not be converted: it is damaged, or of a kind that is not known here. Convert it to MP4 (H.264) in another program and drop that.`,
    { file: name, rule: 'video that can be decoded', value: codec, cause },
  );
}

export function conversionStalled(name: string, seconds: number): StudioError {
  return new StudioError(
    'file-damaged',
    `Converting ${name} made no progress for ${seconds} seconds, so it was given up. Convert it to MP4 (H.264) in another program and drop that.`,
    { file: name, rule: `progress within ${seconds} seconds`, value: seconds },
  );
}
