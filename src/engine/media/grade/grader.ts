import { StudioError } from '#core/errors.ts';
import type { ColourMatrix } from '#core/style/grade.ts';

/** The exports of `assembly/grade.ts`. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  apply(at: number, pixels: number, ...matrix: number[]): void;
}

const Q12 = 1 << 12;
const BYTE = 255;
/** What an i16 holds in Q12. */
const LARGEST = 8 - 1 / Q12;

/** Pixels that lie where the kernel can change them. */
export class Grader {
  /** RGBA, as many pixels as were asked for. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly #kernel: Kernel;
  readonly #address: number;

  /** @throws StudioError `out-of-memory` where the browser has none left. */
  constructor(module: WebAssembly.Module, pixels: number) {
    this.#kernel = new WebAssembly.Instance(module, {}).exports as unknown as Kernel;
    // The kernel works on four pixels at a time.
    this.#address = this.#kernel.reserve(Math.ceil(pixels / 4) * 16);
    if (this.#address < 0) {
      throw new StudioError('out-of-memory', 'The browser has no memory left for a picture. Close other tabs.', {
        rule: 'memory for one picture',
        value: pixels * 4,
      });
    }
    this.pixels = new Uint8ClampedArray(this.#kernel.memory.buffer as ArrayBuffer, this.#address, pixels * 4);
  }

  /** Changes the colours of all pixels; alpha stays. */
  apply(matrix: ColourMatrix): void {
    const numbers = matrix.flatMap(([red, green, blue, offset]) => [
      toQ12(red),
      toQ12(green),
      toQ12(blue),
      Math.round(offset * BYTE * Q12),
    ]);
    this.#kernel.apply(this.#address, Math.ceil(this.pixels.length / 16) * 4, ...numbers);
  }
}

function toQ12(value: number): number {
  return Math.round(Math.min(LARGEST, Math.max(-LARGEST, value)) * Q12);
}
