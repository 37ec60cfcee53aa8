import { clamp } from '../geometry.ts';
import { fromDecibels } from './decibels.ts';
import type { StereoChunk } from './stereo.ts';

/** Fast enough to be where it should soon, slow enough not to be heard as a step: in dB a second. */
const DECIBELS_PER_SECOND = 20;

/** A gain that follows its target without a step. */
export class GainGlide {
  /** @param gainDb where it begins. */
  constructor(
    private readonly sampleRate: number,
    private gainDb: number,
  ) {}

  /** Applies the gain in place, on its way to `targetDb`. */
  apply(chunk: StereoChunk, targetDb: number): void {
    const { length } = chunk.left;
    const most = (DECIBELS_PER_SECOND * length) / this.sampleRate;
    const from = fromDecibels(this.gainDb);
    this.gainDb += clamp(targetDb - this.gainDb, -most, most);
    const to = fromDecibels(this.gainDb);
    for (let n = 0; n < length; n++) {
      const gain = from + ((to - from) * (n + 1)) / length;
      chunk.left[n] = (chunk.left[n] as number) * gain;
      chunk.right[n] = (chunk.right[n] as number) * gain;
    }
  }
}
