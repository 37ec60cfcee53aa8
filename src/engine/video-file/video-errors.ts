import { StudioError } from '#core/errors.ts';

/** Why a tool cannot take a video. Each names file, rule and value. */

export function noVideo(name: string): StudioError {
  return new StudioError('no-video-frames', `“${name}” holds no video. Choose a file with moving pictures in it.`, {
    file: name,
    rule: 'a video track',
    value: 0,
  });
}

export function unknownVideo(name: string, codec: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The video in “${name}” is coded as ${codec}, which this browser cannot decode. Convert it to MP4 (H.264) and choose that.`,
    { file: name, rule: 'a codec that this browser decodes', value: codec },
  );
}

export function unknownSound(name: string, codec: string, container: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The sound of “${name}” is coded as ${codec}, which ${container} files do not hold. Convert it to MP4 (H.264 and AAC) and choose that.`,
    { file: name, rule: `sound that ${container} holds`, value: codec },
  );
}

export function changingVideo(name: string, from: string, to: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The pictures of “${name}” change from ${from} to ${to} on the way. Convert it to MP4 (H.264) and choose that.`,
    { file: name, rule: `pictures of ${from}`, value: to },
  );
}

export function undecodable(name: string, cause: unknown): StudioError {
  return new StudioError(
    'decoder-failed',
    `“${name}” could not be decoded to its end. Copy or download it again, or convert it to MP4 (H.264), and choose that.`,
    { file: name, rule: 'decodable video', cause: String(cause) },
    { cause },
  );
}

export function unreadable(name: string, cause: unknown): StudioError {
  return new StudioError(
    'file-damaged',
    `“${name}” is damaged or no video that is known here. Copy or download it again, or convert it to MP4.`,
    { file: name, rule: 'readable video', cause: String(cause) },
    { cause },
  );
}
