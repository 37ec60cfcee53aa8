import type { ErrorCode, ErrorRecord } from '#core/errors.ts';
import { t, translate } from '../words/words.ts';

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
  'file-empty': { happened: t`A file is empty` },
  'file-too-large': { happened: t`A file is too large` },
  'file-unsupported': { happened: t`A file is of a kind that cannot be read here` },
  'file-damaged': { happened: t`A file is damaged` },
  'picture-too-large': { happened: t`A picture is too large` },
  'no-video-frames': { happened: t`A clip has no picture` },
  'too-many-items': { happened: t`There are too many files` },
  'input-invalid': { happened: t`A setting is not possible` },
  'render-not-ready': { happened: t`The video is not ready to export` },
  'not-found': { happened: t`Something that the video needs is missing` },
  'state-conflict': { happened: t`Something else happened to this export meanwhile` },
  'browser-unsupported': { happened: t`This browser cannot make the video` },
  'connection-lost': { happened: t`The connection was lost` },
  cancelled: { happened: t`The export was cancelled` },
  'disk-full': { happened: t`The disk is full` },
  'encoder-failed': {
    happened: t`The video encoder stopped`,
    advice: t`Close other tabs and apps that show or record video, then try again.`,
  },
  'decoder-failed': {
    happened: t`A clip could not be read to its end`,
    advice: t`Close other tabs and apps that show video, then try again. If it fails again, replace the clip.`,
  },
  'gpu-failed': {
    happened: t`The graphics card could not compute`,
    advice: t`Try again: the processor does it then. Close other tabs that use the graphics card.`,
  },
  'out-of-memory': {
    happened: t`This device ran out of memory`,
    advice: t`Close other tabs, or export in a lower quality, then try again.`,
  },
  'storage-failed': {
    happened: t`The browser could not write to its storage`,
    advice: t`Try again. If it fails again, close this tab and open it anew: your project is safe.`,
  },
  'worker-crashed': {
    happened: t`The part of the studio that exports crashed`,
    advice: t`Try again: what was finished before is kept.`,
  },
  'render-stalled': {
    happened: t`The export stood still for too long`,
    advice: t`Close other tabs and apps that are busy, then try again: what was finished before is kept.`,
  },
  'encoder-reclaimed': {
    happened: t`The browser took the video encoder away`,
    advice: t`Bring this tab to the front and try again: what was finished before is kept.`,
  },
  'part-damaged': {
    happened: t`A finished part of this export was damaged`,
    advice: t`Try again: the part is made anew.`,
  },
  'output-wrong': {
    happened: t`The finished video did not pass its check`,
    advice: t`It was not kept, so that you never post a broken one. Try again.`,
  },
  unexpected: {
    happened: t`Something unexpected went wrong`,
    advice: t`Try again. If it happens again, the details tell more.`,
  },
};

export function errorWords(error: ErrorRecord | null): ErrorWords {
  if (error === null) return { happened: t`The export stopped`, advice: t`Try again.`, details: [] };
  const { code, message, details } = error;
  const { happened, advice } = WORDS[code];
  const { file, rule, value, cause } = details;
  const all = [
    { name: t`Message`, value: advice === undefined ? undefined : translate(message) },
    { name: t`File`, value: file },
    { name: t`Rule`, value: rule },
    { name: t`Found`, value: value?.toString() },
    { name: t`Cause`, value: cause },
    { name: t`Code`, value: code },
  ];
  return {
    happened,
    advice: advice ?? translate(message),
    details: all.filter((detail): detail is ErrorDetail => detail.value !== undefined),
  };
}
