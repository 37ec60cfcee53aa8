import { kaiserWindow, sinc } from './sinc.ts';
import { joinChunks, type StereoChunk, silence, sliceChunk } from './stereo.ts';

/**
 * Takes away what an AAC encoder at 192 kbit/s takes away in any case: libavcodec's keeps up to 18 kHz. Left in, it
 * would count in the measured loudness and hold down peaks, which then come out of the encoder higher than they went in.
 */

/** Middle of the transition in hertz; what is 1.5 kHz above it is 50 dB down. */
const CUTOFF_HERTZ = 17_000;
/** Half the filter's length, in seconds: 42 samples at 48 kHz. */
const HALF_SECONDS = 0.000875;
const KAISER_BETA = 4.5;

/** A low-pass filter of linear phase, streaming: as long as its input, and every click stays where it was. */
export class TrebleCut {
  /** The half of the filter from its middle on; the other is its mirror image. */
  readonly #taps: Float32Array;
  /** Samples that outputs to come still need. */
  #pending: StereoChunk;

  /** @param sampleRate in hertz. */
  constructor(sampleRate: number) {
    this.#taps = designHalf(sampleRate);
    this.#pending = silence(this.#half);
  }

  push(chunk: StereoChunk): StereoChunk {
    const samples = joinChunks(this.#pending, chunk);
    const ready = Math.max(0, samples.left.length - 2 * this.#half);
    this.#pending = sliceChunk(samples, ready);
    return { left: filtered(samples.left, this.#taps, ready), right: filtered(samples.right, this.#taps, ready) };
  }

  /** The rest. Call once, at the end. */
  finish(): StereoChunk {
    return this.push(silence(this.#half));
  }

  get #half(): number {
    return this.#taps.length - 1;
  }
}

/** Four outputs at a time: one sum alone would wait for each of its own additions. */
function filtered(samples: Float32Array, taps: Float32Array, count: number): Float32Array<ArrayBuffer> {
  const half = taps.length - 1;
  const middleTap = taps[0] as number;
  const output = new Float32Array(count);
  let n = 0;
  for (; n + 3 < count; n += 4) {
    const middle = n + half;
    let first = middleTap * (samples[middle] as number);
    let second = middleTap * (samples[middle + 1] as number);
    let third = middleTap * (samples[middle + 2] as number);
    let fourth = middleTap * (samples[middle + 3] as number);
    for (let k = 1; k <= half; k++) {
      const tap = taps[k] as number;
      const before = middle - k;
      const after = middle + k;
      first += tap * ((samples[before] as number) + (samples[after] as number));
      second += tap * ((samples[before + 1] as number) + (samples[after + 1] as number));
      third += tap * ((samples[before + 2] as number) + (samples[after + 2] as number));
      fourth += tap * ((samples[before + 3] as number) + (samples[after + 3] as number));
    }
    output[n] = first;
    output[n + 1] = second;
    output[n + 2] = third;
    output[n + 3] = fourth;
  }
  for (; n < count; n++) output[n] = filteredAt(samples, taps, n + half);
  return output;
}

function filteredAt(samples: Float32Array, taps: Float32Array, middle: number): number {
  let sum = (taps[0] as number) * (samples[middle] as number);
  for (let k = 1; k < taps.length; k++) {
    sum += (taps[k] as number) * ((samples[middle - k] as number) + (samples[middle + k] as number));
  }
  return sum;
}

/** A sampling rate too low for any such treble passes through. */
function designHalf(sampleRate: number): Float32Array {
  const bandwidth = Math.min(1, (2 * CUTOFF_HERTZ) / sampleRate);
  const half = Math.round(HALF_SECONDS * sampleRate);
  const taps = Float64Array.from(
    { length: half + 1 },
    (_, k) => sinc(k * bandwidth) * kaiserWindow(k / (half + 1), KAISER_BETA),
  );
  const sum = taps.reduce((total, tap, k) => total + (k === 0 ? tap : 2 * tap), 0);
  return Float32Array.from(taps, (tap) => tap / sum);
}
