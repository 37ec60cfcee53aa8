import type { VideoSample } from 'mediabunny';

/** Makes pictures stand upright, in square pixels, as every way of drawing shows them alike. */
export class UprightPictures {
  squarePixels = true;
  #canvas: OffscreenCanvas | null = null;

  /** The caller closes the picture, and the sample. */
  imageOf(sample: VideoSample): VideoFrame | ImageBitmap {
    if (sample.rotation === 0 && !sample.flip && this.squarePixels) return sample.toVideoFrame();
    const { displayWidth: width, displayHeight: height } = sample;
    if (this.#canvas?.width !== width || this.#canvas.height !== height) {
      this.#canvas = new OffscreenCanvas(width, height);
    }
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    sample.draw(context, 0, 0);
    return this.#canvas.transferToImageBitmap();
  }
}
