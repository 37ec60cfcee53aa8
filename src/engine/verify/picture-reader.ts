import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { I420Converter } from '../compositor/i420/i420-converter.ts';
import { loadKernel } from '../compositor/i420/load-kernel.ts';

/** A decoded picture in memory that is used again: good until its reader has read two more. */
export interface ReadPicture {
  /** Luma, without padding, is what every picture begins with. */
  readonly luma: Uint8Array;
  /** 8-bit I420 without padding. */
  i420(): Uint8Array;
}

/**
 * Copies decoded frames into memory. Software decoders give I420, most hardware ones NV12; whatever else there is gets
 * drawn and converted, which is slower.
 */
export class PictureReader {
  readonly #size: Size;
  /** The picture read last, and the one before it. */
  readonly #buffers: [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
  readonly #sorted: Uint8Array<ArrayBuffer>;
  #converter: I420Converter | null = null;
  #canvas: OffscreenCanvas | null = null;

  constructor(size: Size) {
    const bytes = (size.width * size.height * 3) / 2;
    this.#size = size;
    this.#buffers = [new Uint8Array(bytes), new Uint8Array(bytes)];
    this.#sorted = new Uint8Array(bytes);
  }

  /** Does not close the frame. @throws Error where the frame has another size */
  async read(frame: VideoFrame): Promise<ReadPicture> {
    const [older, newer] = this.#buffers;
    this.#buffers[0] = newer;
    this.#buffers[1] = older;
    const { width, height } = this.#size;
    const visible = frame.visibleRect;
    if (visible && (visible.width !== width || visible.height !== height)) {
      throw new Error(`a frame has ${visible.width}x${visible.height} pixels`);
    }
    const lumaBytes = width * height;
    const luma = older.subarray(0, lumaBytes);
    if (frame.format === 'I420') {
      await frame.copyTo(older, {
        layout: [
          { offset: 0, stride: width },
          { offset: lumaBytes, stride: width / 2 },
          { offset: lumaBytes * 1.25, stride: width / 2 },
        ],
      });
      return { luma, i420: () => older };
    }
    if (frame.format === 'NV12') {
      await frame.copyTo(older, {
        layout: [
          { offset: 0, stride: width },
          { offset: lumaBytes, stride: width },
        ],
      });
      return { luma, i420: () => this.#sortChroma(older, lumaBytes) };
    }
    older.set(await this.#drawn(frame));
    return { luma, i420: () => older };
  }

  /** NV12 has both kinds of chroma in one plane, by turns. */
  #sortChroma(nv12: Uint8Array, lumaBytes: number): Uint8Array {
    const sorted = this.#sorted;
    sorted.set(nv12.subarray(0, lumaBytes));
    const quarter = lumaBytes / 4;
    for (let n = 0; n < quarter; n++) {
      sorted[lumaBytes + n] = nv12[lumaBytes + 2 * n] as number;
      sorted[lumaBytes + quarter + n] = nv12[lumaBytes + 2 * n + 1] as number;
    }
    return sorted;
  }

  async #drawn(frame: VideoFrame): Promise<Uint8Array> {
    const { width, height } = this.#size;
    this.#canvas ??= new OffscreenCanvas(width, height);
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw noCanvas();
    context.drawImage(frame, 0, 0, width, height);
    this.#converter ??= new I420Converter(await loadKernel(), this.#size, height);
    this.#converter.strip.set(context.getImageData(0, 0, width, height).data);
    this.#converter.convertStrip(0, height, 'rgba');
    return this.#converter.planes;
  }
}

function noCanvas(): StudioError {
  return new StudioError('out-of-memory', 'There is no memory left to check the finished video. Close other tabs.', {
    rule: 'a 2D canvas',
  });
}
