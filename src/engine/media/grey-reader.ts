import type { VideoSample } from 'mediabunny';
import { type Size, scaleSize } from '#core/geometry.ts';
import { SamplePainter } from './frame-canvas.ts';

/** Longer side of the pictures that are looked at, in pixels. */
const LOOK_SIDE = 96;

/** Rec. 709 luma, row by row. */
export interface GreyPicture extends Size {
  readonly grey: Uint8Array;
}

/** Makes small grey pictures, all of the first one's size. */
export class GreyReader {
  readonly #painter = new SamplePainter();
  #context: OffscreenCanvasRenderingContext2D | null = null;

  /** The caller closes the sample. */
  async read(sample: VideoSample): Promise<GreyPicture> {
    const context = this.#context ?? this.#open({ width: sample.displayWidth, height: sample.displayHeight });
    const { width, height } = context.canvas;
    await this.#painter.draw(sample, context, { width, height });
    return { width, height, grey: greyOf(context.getImageData(0, 0, width, height).data) };
  }

  #open(source: Size): OffscreenCanvasRenderingContext2D {
    const { width, height } = scaleSize(source, Math.min(1, LOOK_SIDE / Math.max(source.width, source.height)));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    this.#context = context;
    return context;
  }
}

/** Rec. 709 luma of RGBA. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = [rgba[pixel * 4], rgba[pixel * 4 + 1], rgba[pixel * 4 + 2]];
    grey[pixel] = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  return grey;
}
