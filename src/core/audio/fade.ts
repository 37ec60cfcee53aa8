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

/** Makes every sample one that an encoder takes, in place: -1 to 1, silence where there was no number. */
export function limitSamples(chunk: StereoChunk): void {
  for (const channel of [chunk.left, chunk.right]) {
    for (let i = 0; i < channel.length; i++) {
      const sample = channel[i] ?? 0;
      if (!(sample >= -1 && sample <= 1)) channel[i] = Number.isNaN(sample) ? 0 : Math.sign(sample);
    }
  }
}
