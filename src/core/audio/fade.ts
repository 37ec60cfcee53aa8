import type { StereoChunk } from './stereo.ts';

/** A fade to silence, in samples of the whole sound: it ends, silent, with the last sample before `end`. */
export interface FadeOut {
  readonly end: number;
  readonly length: number;
}

/** Gain at a sample of a fade: half a cosine, level at both ends, so that neither is heard as a step. */
export function fadeGain(fade: FadeOut, sample: number): number {
  const length = Math.min(fade.length, fade.end);
  const progress = length === 0 ? 0 : (sample + 1 - (fade.end - length)) / length;
  if (sample >= fade.end) return 0;
  return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, progress))));
}

/** Applies a fade in place to a chunk whose first sample is number `position` of the whole sound. */
export function applyFade(chunk: StereoChunk, position: number, fade: FadeOut): void {
  const untouched = Math.max(0, fade.end - fade.length - position);
  for (let i = untouched; i < chunk.left.length; i++) {
    const gain = fadeGain(fade, position + i);
    chunk.left[i] = (chunk.left[i] ?? 0) * gain;
    chunk.right[i] = (chunk.right[i] ?? 0) * gain;
  }
}

/** A fade from silence, in samples of the whole sound, which it begins with. */
export interface FadeIn {
  readonly start: number;
  readonly length: number;
}

/** Applies a fade in place to a chunk whose first sample is number `position` of the whole sound. */
export function applyFadeIn(chunk: StereoChunk, position: number, { start, length }: FadeIn): void {
  const touched = Math.min(chunk.left.length, start + length - position);
  for (let i = 0; i < touched; i++) {
    const progress = Math.max(0, (position + i - start) / length);
    const gain = 0.5 * (1 - Math.cos(Math.PI * progress));
    chunk.left[i] = (chunk.left[i] ?? 0) * gain;
    chunk.right[i] = (chunk.right[i] ?? 0) * gain;
  }
}
