import type { VideoSample } from 'mediabunny';
import { SamplePainter } from './frame-canvas.ts';

/** Makes pictures stand upright, in square pixels, as every way of drawing shows them alike. */
export class UprightPictures {
  squarePixels = true;
  readonly #painter = new SamplePainter();
  #canvas: OffscreenCanvas | null = null;

  /** The caller closes the picture, and the sample. */
  async imageOf(sample: VideoSample): Promise<VideoFrame | ImageBitmap> {
    if (sample.rotation === 0 && !sample.flip && this.squarePixels) return sample.toVideoFrame();
    const { displayWidth: width, displayHeight: height } = sample;
    if (this.#canvas?.width !== width || this.#canvas.height !== height) {
      this.#canvas = new OffscreenCanvas(width, height);
    }
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    await this.#painter.draw(sample, context, { width, height });
    return this.#canvas.transferToImageBitmap();
  }
}
