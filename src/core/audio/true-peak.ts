import { kaiserWindow, sinc } from './sinc.ts';
import type { StereoChunk } from './stereo.ts';

/**
 * True peaks as in ITU-R BS.1770-4, annex 2: the sound is looked at four times as finely as its samples stand, because
 * a player's converter draws a curve through them that may rise above every one of them.
 */

const OVERSAMPLING = 4;
/** Samples on each side of an interpolated one. The standard's own filter has 6; 12 are right up to 20 kHz. */
const HALF = 12;
/** Side lobes 70 dB down. */
const KAISER_BETA = 6.8;

/** For each point between two samples, its filter over the `2 HALF` samples around it. */
const FILTERS = Array.from({ length: OVERSAMPLING - 1 }, (_, index) => designFilter((index + 1) / OVERSAMPLING));
/** No interpolated point is farther from 0 than this many times the loudest sample around it. */
const MOST_OVERSHOOT = Math.max(...FILTERS.map((filter) => filter.reduce((sum, tap) => sum + Math.abs(tap), 0)));
/** Samples that are passed over together where none is loud. */
const SPAN = 32;

/**
 * Loudest point of both channels from each sample up to the next, streaming. Answers come `HALF` samples late; those
 * of the last samples with `finish`.
 */
export class TruePeaks {
  /** The samples that answers to come still need: `HALF` before the next answer's, and all after it. */
  #left: Float32Array = new Float32Array(HALF - 1);
  #right: Float32Array = new Float32Array(HALF - 1);

  /**
   * @param quiet where no point can be louder than this the samples alone are looked at, which is much less work.
   */
  push(chunk: StereoChunk, quiet: number): Float32Array {
    this.#left = joined(this.#left, chunk.left);
    this.#right = joined(this.#right, chunk.right);
    const ready = Math.max(0, this.#left.length - (2 * HALF - 1));
    const peaks = new Float32Array(ready);
    raiseToPeaks(peaks, this.#left, quiet);
    raiseToPeaks(peaks, this.#right, quiet);
    this.#left = this.#left.slice(ready);
    this.#right = this.#right.slice(ready);
    return peaks;
  }

  /** Call once, at the end. */
  finish(quiet: number): Float32Array {
    return this.push({ left: new Float32Array(HALF), right: new Float32Array(HALF) }, quiet);
  }
}

/** Raises each peak to that of one channel; the sample of `peaks[0]` is `samples[HALF - 1]`. */
function raiseToPeaks(peaks: Float32Array, samples: Float32Array, quiet: number): void {
  for (let start = 0; start < peaks.length; start += SPAN) {
    const end = Math.min(start + SPAN, peaks.length);
    const loudest = loudestIn(samples, start, end + 2 * HALF - 1);
    const between = loudest * MOST_OVERSHOOT > quiet;
    for (let n = start; n < end; n++) {
      const own = Math.abs(samples[n + HALF - 1] as number);
      const peak = between ? Math.max(own, loudestAfter(samples, n)) : own;
      if (peak > (peaks[n] as number)) peaks[n] = peak;
    }
  }
}

function loudestIn(samples: Float32Array, start: number, end: number): number {
  let loudest = 0;
  for (let n = start; n < end; n++) {
    const value = Math.abs(samples[n] as number);
    if (value > loudest) loudest = value;
  }
  return loudest;
}

/** Loudest of the points between the middle two of the `2 HALF` samples from `first`. */
function loudestAfter(samples: Float32Array, first: number): number {
  let loudest = 0;
  for (const filter of FILTERS) {
    let sum = 0;
    for (let k = 0; k < 2 * HALF; k++) sum += (filter[k] as number) * (samples[first + k] as number);
    const value = Math.abs(sum);
    if (value > loudest) loudest = value;
  }
  return loudest;
}

/** The loudest point of a whole sound. */
export class TruePeakMeter {
  readonly #peaks = new TruePeaks();
  #loudest = 0;

  push(chunk: StereoChunk): void {
    this.#take(this.#peaks.push(chunk, this.#loudest));
  }

  /** 1 is full scale. Call once, at the end. */
  finish(): number {
    this.#take(this.#peaks.finish(this.#loudest));
    return this.#loudest;
  }

  #take(peaks: Float32Array): void {
    this.#loudest = Math.max(this.#loudest, loudestIn(peaks, 0, peaks.length));
  }
}

function designFilter(fraction: number): Float32Array {
  const taps = Float64Array.from({ length: 2 * HALF }, (_, k) => {
    const distance = k - HALF + 1 - fraction;
    return sinc(distance) * kaiserWindow(distance / HALF, KAISER_BETA);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return Float32Array.from(taps, (tap) => tap / sum);
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
