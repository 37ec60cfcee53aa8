import { kaiserWindow, sinc } from './sinc.ts';
import { joinChunks, type StereoChunk, silence, sliceChunk } from './stereo.ts';

/**
 * Band-limited change of sample rate: a polyphase bank of Kaiser-windowed sinc filters (J. O. Smith, "Digital Audio
 * Resampling"). Streaming, without delay: output sample n stands at n / target seconds of the input.
 */

/** Zero crossings of the sinc on each side of its middle. */
const ZERO_CROSSINGS = 40;
/** Kaiser's beta for images and aliases 90 dB down: 0.1102 (90 - 8.7). */
const KAISER_BETA = 8.96;
/** Middle of the transition, as a share of the lower rate's half: what folds back stays above 20 kHz at 44.1 kHz. */
const CUTOFF = 0.96;
/** Most filters in the bank; rates that need more are served by blending two neighbours (error below -100 dB). */
const MOST_PHASES = 1024;

export class StereoResampler {
  readonly #sourceRate: number;
  readonly #targetRate: number;
  readonly #bank: FilterBank;
  /** Output step in source samples, as `down / up` in lowest terms. */
  readonly #up: number;
  readonly #down: number;
  /** Source samples from `#start` on that outputs to come still need. */
  #pending: StereoChunk;
  #start: number;
  /** Source position of the next output: `#index + #remainder / #up`. */
  #index = 0;
  #remainder = 0;
  #taken = 0;
  #given = 0;

  /** Both rates in hertz, whole numbers. */
  constructor(sourceRate: number, targetRate: number) {
    const divisor = greatestCommonDivisor(sourceRate, targetRate);
    this.#sourceRate = sourceRate;
    this.#targetRate = targetRate;
    this.#up = targetRate / divisor;
    this.#down = sourceRate / divisor;
    this.#bank = designBank(sourceRate, targetRate, Math.min(this.#up, MOST_PHASES));
    this.#pending = silence(this.#bank.half);
    this.#start = -this.#bank.half;
  }

  /** Takes the next samples and gives every output that they complete. */
  push(chunk: StereoChunk): StereoChunk {
    this.#taken += chunk.left.length;
    if (this.#sourceRate === this.#targetRate) return chunk;
    this.#pending = joinChunks(this.#pending, chunk);
    return this.#produce(Number.POSITIVE_INFINITY);
  }

  /** The rest. Everything given adds up to the source's length in time, to the nearest sample. Call once, at the end. */
  finish(): StereoChunk {
    if (this.#sourceRate === this.#targetRate) return silence(0);
    const total = Math.round((this.#taken * this.#targetRate) / this.#sourceRate);
    this.#pending = joinChunks(this.#pending, silence(this.#bank.half + 1));
    return this.#produce(total);
  }

  #produce(total: number): StereoChunk {
    const { half } = this.#bank;
    const available = this.#start + this.#pending.left.length - half - 1 - this.#index;
    const ready = Math.max(0, Math.ceil(((available + 1) * this.#up - this.#remainder) / this.#down));
    const output = silence(Math.max(0, Math.min(ready, total - this.#given)));
    for (let n = 0; n < output.left.length; n++) {
      this.#interpolate(output, n);
      const position = this.#remainder + this.#down;
      this.#index += Math.floor(position / this.#up);
      this.#remainder = position % this.#up;
    }
    this.#given += output.left.length;
    this.#forget();
    return output;
  }

  #interpolate(output: StereoChunk, n: number): void {
    const { half, phases, taps } = this.#bank;
    const exact = (this.#remainder / this.#up) * phases;
    const phase = Math.floor(exact);
    const first = this.#index - half + 1 - this.#start;
    this.#accumulate(output, n, first, taps[phase], 1 - (exact - phase));
    if (exact !== phase) this.#accumulate(output, n, first, taps[phase + 1], exact - phase);
  }

  #accumulate(output: StereoChunk, n: number, first: number, filter: Float32Array | undefined, weight: number): void {
    if (!filter) return;
    const { left, right } = this.#pending;
    let sumLeft = 0;
    let sumRight = 0;
    for (let k = 0; k < filter.length; k++) {
      const tap = filter[k] as number;
      sumLeft += tap * (left[first + k] as number);
      sumRight += tap * (right[first + k] as number);
    }
    output.left[n] = (output.left[n] as number) + weight * sumLeft;
    output.right[n] = (output.right[n] as number) + weight * sumRight;
  }

  #forget(): void {
    const passed = Math.min(this.#index - this.#bank.half - this.#start, this.#pending.left.length);
    if (passed <= 0) return;
    this.#pending = sliceChunk(this.#pending, passed);
    this.#start += passed;
  }
}

interface FilterBank {
  /** Source samples on each side of an output. */
  readonly half: number;
  readonly phases: number;
  /** `phases + 1` filters of `2 half` taps: filter p is for an output p / phases after a source sample. */
  readonly taps: readonly Float32Array[];
}

function designBank(sourceRate: number, targetRate: number, phases: number): FilterBank {
  const bandwidth = CUTOFF * Math.min(1, targetRate / sourceRate);
  const half = Math.ceil(ZERO_CROSSINGS / bandwidth);
  const taps = Array.from({ length: phases + 1 }, (_, phase) => designFilter(phase / phases, half, bandwidth));
  return { half, phases, taps };
}

/** One filter, scaled so that a constant passes unchanged. */
function designFilter(fraction: number, half: number, bandwidth: number): Float32Array {
  const taps = Float64Array.from({ length: 2 * half }, (_, k) => {
    const distance = k - half + 1 - fraction;
    return sinc(distance * bandwidth) * kaiserWindow(distance / half, KAISER_BETA);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return Float32Array.from(taps, (tap) => tap / sum);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
