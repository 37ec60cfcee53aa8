import { type ScaleWeights, scaleWeights } from '#core/convert/scale-weights.ts';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { PicturePlaces, PlanePlace } from '../picture-planes.ts';

/** The exports of `assembly/scale.ts`. */
interface Kernel {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  scale(...numbers: number[]): void;
}

/** What the kernel takes at a time. */
const ACROSS_MULTIPLE = 8;
const DOWN_MULTIPLE = 2;
/** The kernel reads and writes whole eights: what lies behind a plane has to be there. */
const SPARE_BYTES = 64;

const MIDDLE = 0.5;
/** H.264, VP9 and MPEG-2: chroma stands on the left one of its two luma samples, in the middle between two rows. */
const LEFT = 0.25;

/** Makes the planes of pictures smaller: I420 or NV12 in, I420 out, in the picture's own colours. */
export class PlaneScaler {
  /** The whole smaller picture: Y, then U, then V. */
  readonly planes: Uint8Array<ArrayBuffer>;
  readonly #kernel: Kernel;
  readonly #source: Size;
  readonly #target: Size;
  readonly #luma: Squeeze;
  readonly #chroma: Squeeze;
  /** Where a plane of the source is put. */
  readonly #sourceAddress: number;
  readonly #targetAddress: number;

  /**
   * @param source even in both directions, as is `target`.
   * @throws StudioError `out-of-memory` where the browser has none left.
   */
  constructor(module: WebAssembly.Module, source: Size, target: Size) {
    this.#kernel = new WebAssembly.Instance(module, {}).exports as unknown as Kernel;
    [this.#source, this.#target] = [source, target];
    const bytes = (target.width * target.height * 3) / 2;
    const [luma, chroma] = [squeezeOf(source, target, MIDDLE), squeezeOf(half(source), half(target), LEFT)];
    // A source that is lower than the filter is long is read beyond its end, with no weight.
    const spareRows = luma.down.taps * source.width + SPARE_BYTES;
    this.#sourceAddress = this.#reserve(source.width * source.height + spareRows);
    this.#targetAddress = this.#reserve(bytes + SPARE_BYTES);
    const places = [this.#place(luma), this.#place(chroma)] as const;
    // Growing memory detaches views, so they are made after the last reservation.
    const memory = this.#kernel.memory.buffer as ArrayBuffer;
    [this.#luma, this.#chroma] = [filled(luma, places[0], memory), filled(chroma, places[1], memory)];
    this.planes = new Uint8Array(memory, this.#targetAddress, bytes);
  }

  /** Leaves the smaller picture in `planes`. @param bytes of a picture of the source's size. */
  scale(bytes: Uint8Array, { luma, cb, cr }: PicturePlaces): void {
    const { width, height } = this.#target;
    const chroma = this.#targetAddress + width * height;
    this.#scalePlane(bytes, luma, this.#luma, this.#source, this.#target, this.#targetAddress);
    this.#scalePlane(bytes, cb, this.#chroma, half(this.#source), half(this.#target), chroma);
    this.#scalePlane(bytes, cr, this.#chroma, half(this.#source), half(this.#target), chroma + (width * height) / 4);
  }

  #scalePlane(
    bytes: Uint8Array,
    place: PlanePlace,
    { across, down, addresses }: Squeeze,
    source: Size,
    target: Size,
    at: number,
  ): void {
    const memory = new Uint8Array(this.#kernel.memory.buffer, this.#sourceAddress, source.width * source.height);
    copyPlane(bytes, place, source, memory);
    this.#kernel.scale(
      ...[this.#sourceAddress, source.width],
      ...[addresses.acrossStarts, addresses.acrossWeights, across.taps],
      ...[addresses.downStarts, addresses.downWeights, down.taps],
      ...[addresses.ring, ringStride(target), addresses.rows],
      ...[at, target.width, target.height],
    );
  }

  #place({ across, down, target }: Filters): Addresses {
    return {
      acrossStarts: this.#reserve(across.starts.byteLength),
      acrossWeights: this.#reserve(across.weights.byteLength + SPARE_BYTES),
      downStarts: this.#reserve(down.starts.byteLength),
      downWeights: this.#reserve(down.weights.byteLength + SPARE_BYTES),
      ring: this.#reserve(ringStride(target) * down.taps),
      rows: this.#reserve(4 * down.taps),
    };
  }

  #reserve(bytes: number): number {
    const address = this.#kernel.reserve(bytes);
    if (address >= 0) return address;
    throw new StudioError('out-of-memory', 'The browser has no memory left for a picture. Close other tabs.', {
      rule: 'memory for one picture',
      value: bytes,
    });
  }
}

interface Filters {
  readonly across: ScaleWeights;
  readonly down: ScaleWeights;
  readonly target: Size;
}

interface Addresses {
  readonly acrossStarts: number;
  readonly acrossWeights: number;
  readonly downStarts: number;
  readonly downWeights: number;
  readonly ring: number;
  readonly rows: number;
}

interface Squeeze extends Filters {
  readonly addresses: Addresses;
}

function squeezeOf(source: Size, target: Size, centre: number): Filters {
  return {
    across: scaleWeights(source.width, target.width, centre, ACROSS_MULTIPLE),
    down: scaleWeights(source.height, target.height, MIDDLE, DOWN_MULTIPLE),
    target,
  };
}

function filled(filters: Filters, addresses: Addresses, memory: ArrayBuffer): Squeeze {
  const { across, down } = filters;
  new Int32Array(memory, addresses.acrossStarts, across.starts.length).set(across.starts);
  new Int16Array(memory, addresses.acrossWeights, across.weights.length).set(across.weights);
  new Int32Array(memory, addresses.downStarts, down.starts.length).set(down.starts);
  new Int16Array(memory, addresses.downWeights, down.weights.length).set(down.weights);
  return { ...filters, addresses };
}

/** Of rows of i16 that are read in whole eights. */
function ringStride({ width }: Size): number {
  return 16 * Math.ceil(width / 8);
}

function half({ width, height }: Size): Size {
  return { width: width / 2, height: height / 2 };
}

/** Rows one behind the other, samples one behind the other. */
function copyPlane(bytes: Uint8Array, { offset, stride, step }: PlanePlace, size: Size, target: Uint8Array): void {
  const { width, height } = size;
  if (step === 1 && stride === width) {
    target.set(bytes.subarray(offset, offset + width * height));
    return;
  }
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = offset + y * stride; x < width; x++, from += step) target[to++] = bytes[from] as number;
  }
}
