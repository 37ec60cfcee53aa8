import type { Size } from '#core/geometry.ts';
import { I420Converter } from '../compositor/i420/i420-converter.ts';
import { loadKernel } from '../compositor/i420/load-kernel.ts';
import { BT709_LIMITED } from '../export/frame-encoder.ts';
import { coloursOf, completeColours, type PictureColours } from './picture-colours.ts';

type PlaneFormat = 'I420' | 'NV12';

/** Where a plane lies in a picture's bytes. */
export interface PlanePlace {
  readonly offset: number;
  /** From one row to the next. */
  readonly stride: number;
  /** From one sample to the next: 2 where both chromas take turns. */
  readonly step: number;
}

export interface PicturePlaces {
  readonly luma: PlanePlace;
  readonly cb: PlanePlace;
  readonly cr: PlanePlace;
}

/** Decoded pictures as planes that can be drawn on. Their bytes are overwritten by the next picture. */
export interface PicturePlanes {
  readonly places: PicturePlaces;
  readonly colours: PictureColours;
  /** What the file is to say of its colours. */
  readonly stated: VideoColorSpaceInit;
  /** True where the picture can be encoded as it is, when nothing is drawn on it. */
  canPass(frame: VideoFrame): boolean;
  /** Null where the frame is of another kind than the first one was. */
  read(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A picture of the bytes that were read, which the caller closes. */
  picture(timing: Pick<VideoFrame, 'timestamp' | 'duration'>): VideoFrame;
}

/** The largest even size in a picture: chroma stands for blocks of four. */
export function evenSize({ width, height }: Size): Size {
  return { width: width - (width % 2), height: height - (height % 2) };
}

/** The pixels of a frame that are meant to be seen. @throws Error where a frame has been closed. */
export function visibleSize({ visibleRect }: VideoFrame): Size {
  if (!visibleRect) throw new Error('The frame is closed.');
  return { width: visibleRect.width, height: visibleRect.height };
}

/**
 * The planes for pictures like this one: its own, where it has 8 bits and half the chroma each way, else of its colours
 * converted to BT.709.
 */
export async function openPlanes(first: VideoFrame): Promise<PicturePlanes> {
  const visible = visibleSize(first);
  const { format } = first;
  const stated = completeColours(first.colorSpace, visible.height);
  const colours = coloursOf(stated.matrix, stated.fullRange);
  if ((format === 'I420' || format === 'NV12') && colours) return new OwnPlanes(first, format, stated, colours);
  return await openConvertedPlanes(first);
}

/** As `openPlanes`, of colours converted to BT.709 whatever the picture's own are: I420 always. */
export async function openConvertedPlanes(first: VideoFrame): Promise<PicturePlanes> {
  return new ConvertedPlanes(await loadKernel(), evenSize(visibleSize(first)));
}

class OwnPlanes implements PicturePlanes {
  readonly places: PicturePlaces;
  readonly #size: Size;
  readonly #visible: Size;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  /** As the decoder says it, so that an encoder sees no change between what passed and what was drawn on. */
  readonly #colorSpace: VideoColorSpaceInit;

  constructor(
    first: VideoFrame,
    private readonly format: PlaneFormat,
    readonly stated: VideoColorSpaceInit,
    readonly colours: PictureColours,
  ) {
    this.#visible = visibleSize(first);
    this.#size = evenSize(this.#visible);
    this.#colorSpace = first.colorSpace.toJSON();
    this.#bytes = new Uint8Array((this.#size.width * this.#size.height * 3) / 2);
    this.places = placesIn(format, this.#size);
  }

  canPass(frame: VideoFrame): boolean {
    const { width, height } = visibleSize(frame);
    const isWhole = width === this.#size.width && height === this.#size.height;
    // Another display size means pixels that are not square: an encoder might scale them.
    return isWhole && frame.displayWidth === width && frame.displayHeight === height && frame.format === this.format;
  }

  async read(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer> | null> {
    const { visibleRect } = frame;
    const { width, height } = this.#size;
    if (!visibleRect || frame.format !== this.format) return null;
    if (visibleRect.width !== this.#visible.width || visibleRect.height !== this.#visible.height) return null;
    await frame.copyTo(this.#bytes, {
      rect: { x: visibleRect.x, y: visibleRect.y, width, height },
      layout: layoutOf(this.format, this.#size),
    });
    return this.#bytes;
  }

  picture(timing: Pick<VideoFrame, 'timestamp' | 'duration'>): VideoFrame {
    return pictureOf(this.#bytes, this.format, this.#size, this.#colorSpace, timing);
  }
}

/** More bits, other chroma, HDR: the browser makes sRGB of it, and that becomes BT.709. */
class ConvertedPlanes implements PicturePlanes {
  readonly places: PicturePlaces;
  readonly colours: PictureColours = { red: 0.2126, blue: 0.0722, fullRange: false };
  readonly stated = BT709_LIMITED;
  readonly #size: Size;
  readonly #converter: I420Converter;
  #context: OffscreenCanvasRenderingContext2D | null = null;

  constructor(kernel: WebAssembly.Module, size: Size) {
    this.#size = size;
    this.#converter = new I420Converter(kernel, size, size.height);
    this.places = placesIn('I420', size);
  }

  /** All pictures of a file have to be in the same colours. */
  canPass(): boolean {
    return false;
  }

  async read(frame: VideoFrame): Promise<Uint8Array<ArrayBuffer> | null> {
    const { visibleRect } = frame;
    const { width, height } = this.#size;
    if (!visibleRect || visibleRect.width < width || visibleRect.height < height) return null;
    const rect = { x: visibleRect.x, y: visibleRect.y, width, height };
    try {
      await frame.copyTo(this.#converter.strip, { rect, format: 'RGBX', colorSpace: 'srgb' });
    } catch {
      // Not every browser converts while it copies.
      this.#converter.strip.set(this.#drawn(frame, visibleRect));
    }
    this.#converter.convertStrip(0, height, 'rgba');
    return this.#converter.planes;
  }

  picture(timing: Pick<VideoFrame, 'timestamp' | 'duration'>): VideoFrame {
    return pictureOf(this.#converter.planes, 'I420', this.#size, BT709_LIMITED, timing);
  }

  #drawn(frame: VideoFrame, visible: Size): Uint8ClampedArray {
    const { width, height } = this.#size;
    this.#context ??= new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
    if (!this.#context) throw new Error('This browser gives workers no 2D canvas.');
    this.#context.drawImage(frame, 0, 0, visible.width, visible.height);
    return this.#context.getImageData(0, 0, width, height).data;
  }
}

export function pictureOf(
  bytes: Uint8Array<ArrayBuffer>,
  format: PlaneFormat,
  { width, height }: Size,
  colorSpace: VideoColorSpaceInit,
  { timestamp, duration }: Pick<VideoFrame, 'timestamp' | 'duration'>,
): VideoFrame {
  return new VideoFrame(bytes, {
    format,
    codedWidth: width,
    codedHeight: height,
    timestamp,
    ...(duration !== null && { duration }),
    colorSpace,
  });
}

function layoutOf(format: PlaneFormat, { width, height }: Size): PlaneLayout[] {
  const luma = { offset: 0, stride: width };
  const chroma = width * height;
  if (format === 'NV12') return [luma, { offset: chroma, stride: width }];
  return [luma, { offset: chroma, stride: width / 2 }, { offset: chroma + chroma / 4, stride: width / 2 }];
}

export function placesIn(format: PlaneFormat, { width, height }: Size): PicturePlaces {
  const luma = { offset: 0, stride: width, step: 1 };
  const chroma = width * height;
  if (format === 'NV12') {
    return { luma, cb: { offset: chroma, stride: width, step: 2 }, cr: { offset: chroma + 1, stride: width, step: 2 } };
  }
  const stride = width / 2;
  return {
    luma,
    cb: { offset: chroma, stride, step: 1 },
    cr: { offset: chroma + chroma / 4, stride, step: 1 },
  };
}
