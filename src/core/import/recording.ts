import { StudioError } from '../errors.ts';

/** What is recorded with a camera or a microphone: how it is called, how long it may be, why it may not begin. */

export type RecordingDevice = 'microphone' | 'camera';

/** Longest recording, in seconds: it is kept in memory, or wherever the browser puts it, until it is stored. */
export const LONGEST_RECORDING_SECONDS = 30 * 60;

/** Kinds of file in the order in which they are wanted: the first that the browser can record is taken. */
export const RECORDING_TYPES: Record<RecordingDevice, readonly string[]> = {
  microphone: ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'],
  // Cards encode H.264; VP8 is the cheapest for a processor.
  camera: ['video/webm;codecs=h264,opus', 'video/webm;codecs=vp8,opus', 'video/mp4'],
};

const TITLES: Record<RecordingDevice, string> = { microphone: 'Voice-over', camera: 'Camera' };

/** @param at when it began, in the time zone of the machine. @param type of the file, with its codecs or without. */
export function recordingName(device: RecordingDevice, at: Date, type: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
  return `${TITLES[device]} ${day} ${time}.${endingOf(type)}`;
}

/**
 * Why a device did not open, or stopped.
 * @param name of the browser's `DOMException` (Media Capture and Streams, section 10.2.1).
 */
export function recordingFailed(device: RecordingDevice, name: string): StudioError {
  const details = { rule: `${device} can be used`, value: name };
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new StudioError(
      'state-conflict',
      `This page may not use the ${device}. Allow it beside the page's address, in the browser's settings for this page, and try again.`,
      details,
    );
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return new StudioError('not-found', `No ${device} was found. Connect one, and try again.`, details);
  }
  if (name === 'NotReadableError' || name === 'AbortError') {
    return new StudioError(
      'state-conflict',
      `The ${device} could not be opened. Close other apps and tabs that use it, and try again.`,
      details,
    );
  }
  return new StudioError(
    'browser-unsupported',
    `This browser cannot record the ${device} (${name}). Record with another app, and add its file.`,
    details,
  );
}

function endingOf(type: string): string {
  if (type.startsWith('audio/mp4')) return 'm4a';
  return /^\w+\/(\w+)/.exec(type)?.[1] ?? 'webm';
}
