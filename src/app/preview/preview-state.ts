import type { PreviewState } from '../studio/preview.ts';

/** Of a preview that has nothing to show yet. */
export const EMPTY_PREVIEW: PreviewState = {
  status: 'empty',
  playing: false,
  muted: false,
  frame: 0,
  durationFrames: 0,
  frameRate: { numerator: 30, denominator: 1 },
  error: null,
};
