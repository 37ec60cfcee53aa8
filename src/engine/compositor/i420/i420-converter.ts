import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';

/** The exports of `assembly/i420.ts`. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  convert(
    source: number,
    sourceStride: number,
    y: number,
    u: number,
    v: number,
    width: number,
    top: number,
    rows: number,
    bgra: number,
  ): void;
}

/** Order of the bytes of one pixel in memory. */
export type PixelOrder = 'rgba' | 'bgra';

/**
 * Turns 32-bit pixels into I420 planes (limited-range BT.709), strip by strip: a strip stays in the processor's cache
 * between being written and being converted.
 */
export class I420Converter {
  /** Where the caller puts `stripRows` rows of pixels. */
  readonly strip: Uint8Array<ArrayBuffer>;
  /** The whole picture: Y, then U, then V. */
  readonly planes: Uint8Array<ArrayBuffer>;
  private readonly addresses: { strip: number; y: number; u: number; v: number };

  /**
   * @param size even in both directions.
   * @param stripRows even.
   */
  constructor(
    module: WebAssembly.Module,
    private readonly size: Size,
    private readonly stripRows: number,
  ) {
    const { width, height } = size;
    if (width % 2 !== 0 || height % 2 !== 0) {
      throw new RangeError(`An I420 picture has even sides (got ${width}x${height}).`);
    }
    this.kernel = kernelOf(new WebAssembly.Instance(module, {}));
    const stripBytes = stripRows * width * 4;
    const planeBytes = (width * height * 3) / 2;
    const strip = this.reserve(stripBytes);
    const y = this.reserve(planeBytes);
    const u = y + width * height;
    this.addresses = { strip, y, u, v: u + (width * height) / 4 };
    // Growing memory detaches views, so they are made after the last reservation.
    const memory = this.kernel.memory.buffer as ArrayBuffer;
    this.strip = new Uint8Array(memory, strip, stripBytes);
    this.planes = new Uint8Array(memory, y, planeBytes);
  }

  private readonly kernel: Kernel;

  /** Converts the first `rows` (even) of the strip, whose first is row `top` (even) of the picture. */
  convertStrip(top: number, rows: number, order: PixelOrder): void {
    this.run(this.addresses.strip, this.size.width * 4, top, rows, order);
  }

  /** As `convertStrip`, for a strip that holds its last row first, as WebGL reads pictures. */
  convertUpturnedStrip(top: number, rows: number, order: PixelOrder): void {
    const stride = this.size.width * 4;
    this.run(this.addresses.strip + (rows - 1) * stride, -stride, top, rows, order);
  }

  private run(source: number, stride: number, top: number, rows: number, order: PixelOrder): void {
    if (rows > this.stripRows) throw new RangeError(`A strip has ${this.stripRows} rows (got ${rows}).`);
    const { y, u, v } = this.addresses;
    this.kernel.convert(source, stride, y, u, v, this.size.width, top, rows, order === 'bgra' ? 1 : 0);
  }

  private reserve(bytes: number): number {
    const address = this.kernel.reserve(bytes);
    if (address < 0) {
      throw new StudioError(
        'out-of-memory',
        `There is no memory left to draw ${this.size.width}x${this.size.height} pixels. Close other tabs or programs, then try again.`,
        { rule: 'free memory in bytes', value: bytes },
      );
    }
    return address;
  }
}

function kernelOf(instance: WebAssembly.Instance): Kernel {
  const { memory, reserve, convert } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof reserve !== 'function' || typeof convert !== 'function') {
    throw new TypeError('The I420 kernel lacks an export: run `npm run kernel`.');
  }
  return instance.exports as unknown as Kernel;
}
