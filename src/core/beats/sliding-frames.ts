/** Cuts a stream of samples into frames that overlap. Frame n is centred at sample `n * hop`; before the start lies silence. */
export class SlidingFrames {
  readonly #frame: Float32Array;
  /** Samples of `#frame` that are filled. */
  #filled: number;

  constructor(
    size: number,
    private readonly hop: number,
    private readonly onFrame: (frame: Float32Array) => void,
  ) {
    this.#frame = new Float32Array(size);
    this.#filled = size / 2;
  }

  push(samples: Float32Array): void {
    const size = this.#frame.length;
    let taken = 0;
    while (taken < samples.length) {
      const step = Math.min(size - this.#filled, samples.length - taken);
      this.#frame.set(samples.subarray(taken, taken + step), this.#filled);
      this.#filled += step;
      taken += step;
      if (this.#filled === size) this.#emit();
    }
  }

  /** Gives the frames whose centre lies in the stream but whose end does not. */
  finish(): void {
    const missing = this.#frame.length - this.#filled;
    const centresLeft = Math.max(0, Math.ceil((this.#filled - this.#frame.length / 2) / this.hop));
    if (centresLeft > 0) this.push(new Float32Array(missing + (centresLeft - 1) * this.hop));
  }

  #emit(): void {
    this.onFrame(this.#frame);
    this.#frame.copyWithin(0, this.hop);
    this.#filled -= this.hop;
  }
}
