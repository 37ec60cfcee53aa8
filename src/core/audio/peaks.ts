import type { StereoChunk } from './stereo.ts';

/** Samples that one stored peak stands for while the length is not known yet: 85 ms at 48 kHz. */
const WINDOW = 4096;

/** Collects the loudest absolute samples of a stream whose length is known only at its end. */
export class PeakCollector {
  readonly #windows: number[] = [];
  #current = 0;
  #filled = 0;

  add(chunk: StereoChunk): void {
    for (let i = 0; i < chunk.left.length; i++) {
      const loudest = Math.max(Math.abs(chunk.left[i] ?? 0), Math.abs(chunk.right[i] ?? 0));
      if (loudest > this.#current) this.#current = loudest;
      if (++this.#filled === WINDOW) this.#closeWindow();
    }
  }

  /** Peaks of `count` equal slices of everything that was added, 0 to 1. Call once, at the end. */
  finish(count: number): Float32Array<ArrayBuffer> {
    if (this.#filled > 0) this.#closeWindow();
    const windows = this.#windows;
    return Float32Array.from({ length: count }, (_, slice) => {
      const start = Math.floor((slice * windows.length) / count);
      const end = Math.max(start + 1, Math.ceil(((slice + 1) * windows.length) / count));
      return Math.min(1, Math.max(0, ...windows.slice(start, end)));
    });
  }

  #closeWindow(): void {
    this.#windows.push(this.#current);
    this.#current = 0;
    this.#filled = 0;
  }
}
