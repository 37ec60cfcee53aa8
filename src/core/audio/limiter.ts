import { SlidingMinimum } from './sliding-minimum.ts';
import { joinChunks, type StereoChunk, silence, sliceChunk } from './stereo.ts';
import { TruePeaks } from './true-peak.ts';

/** How long before a peak the gain begins to fall, in seconds: a straight line, too short to be heard as one. */
const LOOK_AHEAD_SECONDS = 0.005;
/** Time constant of its way back, in seconds: long enough not to bend the waves of a bass. */
const RELEASE_SECONDS = 0.05;

/**
 * Makes sound louder or quieter and holds its true peaks under a ceiling: where one would rise above it, the gain falls
 * ahead of it, for both channels alike, and comes back slowly. Streaming; what comes out is as long as what went in,
 * and each sample stays in its place.
 */
export class TruePeakLimiter {
  readonly #peaks = new TruePeaks();
  readonly #lookAhead: number;
  readonly #release: number;
  readonly #minimum: SlidingMinimum;
  readonly #ramp: MovingMean;
  /** Samples whose gain is not known yet. */
  #waiting: StereoChunk = silence(0);
  /** Gain that the peak before asks for. */
  #before = 1;
  #held = 1;
  /** Gains still to come before the first sample's own. */
  #leading: number;

  /**
   * @param gain factor of the amplitude.
   * @param ceiling loudest true peak, 0 to 1.
   */
  constructor(
    sampleRate: number,
    private readonly gain: number,
    private readonly ceiling: number,
  ) {
    this.#lookAhead = Math.round(LOOK_AHEAD_SECONDS * sampleRate);
    this.#release = 1 - Math.exp(-1 / (RELEASE_SECONDS * sampleRate));
    this.#minimum = new SlidingMinimum(this.#lookAhead);
    this.#ramp = new MovingMean(this.#lookAhead, 1);
    this.#leading = this.#lookAhead - 1;
  }

  /** Takes the next samples and gives those, `LOOK_AHEAD_SECONDS` and a little before them, that are done. */
  push(chunk: StereoChunk): StereoChunk {
    this.#waiting = joinChunks(this.#waiting, chunk);
    return this.#limit(this.#peaks.push(chunk, this.#loudestUntouched));
  }

  /** The rest. Call once, at the end. */
  finish(): StereoChunk {
    const last = this.#limit(this.#peaks.finish(this.#loudestUntouched));
    return joinChunks(last, this.#limit(new Float32Array(this.#lookAhead - 1)));
  }

  get #loudestUntouched(): number {
    return this.ceiling / this.gain;
  }

  #limit(peaks: Float32Array): StereoChunk {
    const gains = this.#gainsFor(peaks);
    const done = sliceChunk(this.#waiting, 0, gains.length);
    this.#waiting = sliceChunk(this.#waiting, gains.length);
    return { left: multiplied(done.left, gains), right: multiplied(done.right, gains) };
  }

  /** Gains of the samples that have been looked far enough ahead of. */
  #gainsFor(peaks: Float32Array): Float32Array {
    const skipped = Math.min(this.#leading, peaks.length);
    this.#leading -= skipped;
    const gains = new Float32Array(peaks.length - skipped);
    for (let n = 0; n < peaks.length; n++) {
      const wanted = Math.min(1, this.#loudestUntouched / (peaks[n] as number));
      // A peak lies between a sample and the next one: both need its gain.
      const lowest = this.#minimum.next(Math.min(wanted, this.#before));
      this.#before = wanted;
      const risen = this.#held + (lowest - this.#held) * this.#release;
      this.#held = Math.min(lowest, risen);
      const smooth = this.#ramp.next(this.#held);
      if (n >= skipped) gains[n - skipped] = smooth * this.gain;
    }
    return gains;
  }
}

/** Mean of the last `length` values, as if `initial` had gone on for ever before. */
class MovingMean {
  readonly #values: Float64Array;
  #sum: number;
  #index = 0;

  constructor(length: number, initial: number) {
    this.#values = new Float64Array(length).fill(initial);
    this.#sum = length * initial;
  }

  next(value: number): number {
    this.#sum += value - (this.#values[this.#index] as number);
    this.#values[this.#index] = value;
    this.#index = this.#index + 1 === this.#values.length ? 0 : this.#index + 1;
    return this.#sum / this.#values.length;
  }
}

function multiplied(samples: Float32Array, gains: Float32Array): Float32Array<ArrayBuffer> {
  const products = new Float32Array(gains.length);
  for (let n = 0; n < gains.length; n++) products[n] = (samples[n] as number) * (gains[n] as number);
  return products;
}
