import type { VideoSample } from 'mediabunny';
import type { Size } from '#core/geometry.ts';

/**
 * Puts decoded frames on a canvas, from which they are drawn. Chromium without a GPU keeps the RGB of every `VideoFrame`
 * that is drawn itself, 8 MB for each of 1080p, up to 512 MB that it does not give back while the page lives.
 */
export class FrameCanvas {
  #context: OffscreenCanvasRenderingContext2D | null = null;
  #pixels: ImageData | null = null;

  /**
   * The frame's visible pixels in sRGB, on a canvas of their number that the next call overwrites; null where this
   * browser does not convert while it copies, and the frame itself has to be drawn.
   */
  async show(frame: VideoFrame): Promise<OffscreenCanvas | null> {
    const { visibleRect } = frame;
    if (!visibleRect) return null;
    const { context, pixels } = this.#open(visibleRect);
    try {
      await frame.copyTo(pixels.data, { rect: visibleRect, format: 'RGBX', colorSpace: 'srgb' });
    } catch {
      return null;
    }
    context.putImageData(pixels, 0, 0);
    return context.canvas;
  }

  #open({ width, height }: Size): { context: OffscreenCanvasRenderingContext2D; pixels: ImageData } {
    if (this.#context?.canvas.width !== width || this.#context.canvas.height !== height) {
      this.#context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
      this.#pixels = new ImageData(width, height);
    }
    if (!this.#context || !this.#pixels) throw new Error('This browser gives workers no 2D canvas.');
    return { context: this.#context, pixels: this.#pixels };
  }
}

/** Draws samples as a viewer sees them: upright, in square pixels. */
export class SamplePainter {
  readonly #canvas = new FrameCanvas();

  /** Draws the whole of a sample over an area that begins at the canvas's corner. The caller closes the sample. */
  async draw(sample: VideoSample, context: OffscreenCanvasRenderingContext2D, area: Size): Promise<void> {
    const frame = sample.toVideoFrame();
    try {
      drawUpright((await this.#canvas.show(frame)) ?? frame, sample, context, area);
    } finally {
      frame.close();
    }
  }
}

/** `flip` mirrors left and right, after the rotation. */
function drawUpright(
  image: CanvasImageSource,
  { rotation, flip }: Pick<VideoSample, 'rotation' | 'flip'>,
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
): void {
  const [along, across] = rotation % 180 === 0 ? [width, height] : [height, width];
  context.save();
  context.translate(width / 2, height / 2);
  if (flip) context.scale(-1, 1);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(image, -along / 2, -across / 2, along, across);
  context.restore();
}
