import type { StereoChunk } from '../audio/stereo.ts';

/** Samples of one value of the slow copy: at 48 kHz it has 4,000 values a second. */
export const SLOWER_BY = 12;
/** Length of a window of energy, in slow values: 0.1 s at 48 kHz. */
export const WINDOW_VALUES = 400;
/** Unequal, so that sound that is opposite on both sides does not vanish. */
const LEFT_SHARE = 0.6;
const RIGHT_SHARE = 0.4;

/** What is kept of a whole sound to compare it with another: about 16 KB a second. */
export class SoundDigest {
  /** One mono value for each `SLOWER_BY` samples. */
  readonly slow: Float32Array;
  /** Mean square of each window of both channels. */
  readonly powers: Float64Array;
  /** First sample, and the one after the last; null while nothing was put in. */
  #first: number | null = null;
  #end = 0;

  /** @param totalSamples of the sound; what lies beyond is not kept. */
  constructor(readonly totalSamples: number) {
    this.slow = new Float32Array(Math.ceil(totalSamples / SLOWER_BY));
    this.powers = new Float64Array(Math.ceil(this.slow.length / WINDOW_VALUES));
  }

  get firstSample(): number | null {
    return this.#first;
  }

  get endSample(): number {
    return this.#end;
  }

  /** @param position of the chunk's first sample, from 0. */
  add({ left, right }: StereoChunk, position: number): void {
    this.#first = Math.min(this.#first ?? position, position);
    this.#end = Math.max(this.#end, position + left.length);
    const length = Math.min(left.length, this.totalSamples - position);
    const perWindow = SLOWER_BY * WINDOW_VALUES;
    for (let n = 0; n < length; n++) {
      const [a, b] = [left[n] as number, right[n] as number];
      const slow = Math.floor((position + n) / SLOWER_BY);
      const window = Math.floor((position + n) / perWindow);
      this.slow[slow] = (this.slow[slow] as number) + (LEFT_SHARE * a + RIGHT_SHARE * b) / SLOWER_BY;
      this.powers[window] = (this.powers[window] as number) + (a * a + b * b) / (2 * perWindow);
    }
  }
}
