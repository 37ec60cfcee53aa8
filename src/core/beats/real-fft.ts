/** Magnitudes of the spectrum of real samples: a radix-2 transform of half the length (Press et al., "Numerical Recipes"). */
export class RealFft {
  readonly #half: number;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #reversed: Uint32Array;

  /** @param size number of samples: a power of two, at least 4. */
  constructor(readonly size: number) {
    const half = size / 2;
    this.#half = half;
    this.#real = new Float64Array(half);
    this.#imaginary = new Float64Array(half);
    this.#cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sines = Float64Array.from({ length: half }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    const bits = Math.log2(half);
    this.#reversed = Uint32Array.from({ length: half }, (_, index) => reverseBits(index, bits));
  }

  /** Writes the magnitudes of bins 0 to `size / 2 - 1` of `size` samples. */
  magnitudes(samples: Float32Array, into: Float32Array): void {
    const half = this.#half;
    const re = this.#real;
    const im = this.#imaginary;
    // Even samples are the real part, odd ones the imaginary part of a signal of half the length.
    for (let n = 0; n < half; n++) {
      const to = this.#reversed[n] as number;
      re[to] = samples[2 * n] as number;
      im[to] = samples[2 * n + 1] as number;
    }
    this.#transform();
    into[0] = Math.abs((re[0] as number) + (im[0] as number));
    for (let k = 1; k < half; k++) into[k] = this.#separate(k);
  }

  #transform(): void {
    const half = this.#half;
    const re = this.#real;
    const im = this.#imaginary;
    const cosines = this.#cosines;
    const sines = this.#sines;
    for (let length = 2; length <= half; length *= 2) {
      const step = this.size / length;
      const middle = length / 2;
      for (let k = 0; k < middle; k++) {
        const cosine = cosines[k * step] as number;
        const sine = sines[k * step] as number;
        for (let a = k; a < half; a += length) {
          const b = a + middle;
          const reA = re[a] as number;
          const imA = im[a] as number;
          const reB = re[b] as number;
          const imB = im[b] as number;
          const turnedRe = reB * cosine - imB * sine;
          const turnedIm = reB * sine + imB * cosine;
          re[a] = reA + turnedRe;
          im[a] = imA + turnedIm;
          re[b] = reA - turnedRe;
          im[b] = imA - turnedIm;
        }
      }
    }
  }

  /** Bin k of the full transform, out of bins k and -k of the half one. */
  #separate(k: number): number {
    const mirror = this.#half - k;
    const reA = this.#real[k] as number;
    const imA = this.#imaginary[k] as number;
    const reB = this.#real[mirror] as number;
    const imB = this.#imaginary[mirror] as number;
    const evenRe = (reA + reB) / 2;
    const evenIm = (imA - imB) / 2;
    const oddRe = (imA + imB) / 2;
    const oddIm = (reB - reA) / 2;
    const cosine = this.#cosines[k] as number;
    const sine = this.#sines[k] as number;
    const re = evenRe + oddRe * cosine - oddIm * sine;
    const im = evenIm + oddRe * sine + oddIm * cosine;
    return Math.sqrt(re * re + im * im);
  }
}

function reverseBits(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}

/** A Hann window, as multiplied onto samples before a transform. */
export function hannWindow(size: number): Float32Array {
  return Float32Array.from({ length: size }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size));
}
