import type { ErrorCode, ErrorRecord } from '#core/errors.ts';

/** What a person reads about an export that failed: what happened, and what to do. The rest is for whoever asks. */
export interface ErrorWords {
  readonly happened: string;
  readonly advice: string;
  readonly details: readonly ErrorDetail[];
}

export interface ErrorDetail {
  readonly name: string;
  readonly value: string;
}

/** Where `advice` is missing, the error's own message names the file and what to do with it. */
const WORDS: Record<ErrorCode, { readonly happened: string; readonly advice?: string }> = {
  'file-empty': { happened: 'A file is empty' },
  'file-too-large': { happened: 'A file is too large' },
  'file-unsupported': { happened: 'A file is of a kind that cannot be read here' },
  'file-damaged': { happened: 'A file is damaged' },
  'picture-too-large': { happened: 'A picture is too large' },
  'no-video-frames': { happened: 'A clip has no picture' },
  'too-many-items': { happened: 'There are too many files' },
  'input-invalid': { happened: 'A setting is not possible' },
  'render-not-ready': { happened: 'The video is not ready to export' },
  'not-found': { happened: 'Something that the video needs is missing' },
  'state-conflict': { happened: 'Something else happened to this export meanwhile' },
  'browser-unsupported': { happened: 'This browser cannot make the video' },
  'connection-lost': { happened: 'The connection was lost' },
  cancelled: { happened: 'The export was cancelled' },
  'disk-full': { happened: 'The disk is full' },
  'encoder-failed': {
    happened: 'The video encoder stopped',
    advice: 'Close other tabs and apps that show or record video, then try again.',
  },
  'decoder-failed': {
    happened: 'A clip could not be read to its end',
    advice: 'Close other tabs and apps that show video, then try again. If it fails again, replace the clip.',
  },
  'gpu-failed': {
    happened: 'The graphics card could not compute',
    advice: 'Try again: the processor does it then. Close other tabs that use the graphics card.',
  },
  'out-of-memory': {
    happened: 'This device ran out of memory',
    advice: 'Close other tabs, or export in a lower quality, then try again.',
  },
  'storage-failed': {
    happened: 'The browser could not write to its storage',
    advice: 'Try again. If it fails again, close this tab and open it anew: your project is safe.',
  },
  'worker-crashed': {
    happened: 'The part of the studio that exports crashed',
    advice: 'Try again: what was finished before is kept.',
  },
  'render-stalled': {
    happened: 'The export stood still for too long',
    advice: 'Close other tabs and apps that are busy, then try again: what was finished before is kept.',
  },
  'encoder-reclaimed': {
    happened: 'The browser took the video encoder away',
    advice: 'Bring this tab to the front and try again: what was finished before is kept.',
  },
  'part-damaged': {
    happened: 'A finished part of this export was damaged',
    advice: 'Try again: the part is made anew.',
  },
  'output-wrong': {
    happened: 'The finished video did not pass its check',
    advice: 'It was not kept, so that you never post a broken one. Try again.',
  },
  unexpected: {
    happened: 'Something unexpected went wrong',
    advice: 'Try again. If it happens again, the details tell more.',
  },
};

export function errorWords(error: ErrorRecord | null): ErrorWords {
  if (error === null) return { happened: 'The export stopped', advice: 'Try again.', details: [] };
  const { code, message, details } = error;
  const { happened, advice } = WORDS[code];
  const { file, rule, value, cause } = details;
  const all = [
    { name: 'Message', value: advice === undefined ? undefined : message },
    { name: 'File', value: file },
    { name: 'Rule', value: rule },
    { name: 'Found', value: value?.toString() },
    { name: 'Cause', value: cause },
    { name: 'Code', value: code },
  ];
  return {
    happened,
    advice: advice ?? message,
    details: all.filter((detail): detail is ErrorDetail => detail.value !== undefined),
  };
}
