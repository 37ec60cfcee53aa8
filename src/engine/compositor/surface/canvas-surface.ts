import 'pixi.js/unsafe-eval'; // Before the first renderer: the content security policy allows no generated code.
import { CanvasRenderer, type Container, DOMAdapter, WebWorkerAdapter } from 'pixi.js';
import type { Size } from '#core/geometry.ts';
import { BACKGROUND_COLOUR } from '#core/scene/composition.ts';
import { I420Converter, type PixelOrder } from '../i420/i420-converter.ts';
import type { Surface } from './surface.ts';

/** Rows that are copied and converted at a time: 128 rows of 1080 pixels (540 KiB) stay in the processor's cache. */
const STRIP_ROWS = 128;

/** How Chromium and others lay out a canvas that a `VideoFrame` was made of. Others are read by `getImageData`. */
const ORDER_OF_FORMAT: Partial<Record<VideoPixelFormat, PixelOrder>> = {
  BGRX: 'bgra',
  BGRA: 'bgra',
  RGBX: 'rgba',
  RGBA: 'rgba',
};

/** Draws in software, on a canvas that stays in main memory. */
export async function createCanvasSurface(
  canvas: OffscreenCanvas,
  size: Size,
  kernel: WebAssembly.Module,
): Promise<Surface> {
  // The first `getContext` settles the attributes; Pixi's own call then gets this same context.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  // Firefox throws at the second call for a canvas that a page handed to a worker.
  Object.defineProperty(canvas, 'getContext', { value: () => context });
  DOMAdapter.set(WebWorkerAdapter);
  const renderer = new CanvasRenderer();
  await renderer.init({ canvas, ...size, resolution: 1, backgroundColor: BACKGROUND_COLOUR, backgroundAlpha: 1 });
  return new CanvasSurface(renderer, canvas, context, size, kernel);
}

class CanvasSurface implements Surface {
  /** Main memory is not taken away. */
  readonly lost = false;
  readonly losses = 0;
  private converter: I420Converter | null = null;

  constructor(
    private readonly renderer: CanvasRenderer,
    private readonly canvas: OffscreenCanvas,
    private readonly context: OffscreenCanvasRenderingContext2D,
    private surfaceSize: Size,
    private readonly kernel: WebAssembly.Module,
  ) {
    this.settleSmoothing();
  }

  get size(): Size {
    return this.surfaceSize;
  }

  async untilRestored(): Promise<void> {
    // There is nothing to wait for.
  }

  render(stage: Container): void {
    // The scene's own background covers every pixel, so clearing would only paint twice.
    this.renderer.render({ container: stage, clear: false });
  }

  async readI420(): Promise<Uint8Array<ArrayBuffer>> {
    this.converter ??= new I420Converter(this.kernel, this.surfaceSize, STRIP_ROWS);
    const shot = new VideoFrame(this.canvas, { timestamp: 0, alpha: 'discard' });
    try {
      const order = shot.format === null ? undefined : ORDER_OF_FORMAT[shot.format];
      await (order ? this.copyStrips(this.converter, shot, order) : this.readStrips(this.converter));
    } finally {
      // Before the next draw: an open frame makes the browser copy the whole canvas at the first stroke.
      shot.close();
    }
    return this.converter.planes;
  }

  readRgba(): Uint8ClampedArray<ArrayBuffer> {
    const { width, height } = this.surfaceSize;
    return this.context.getImageData(0, 0, width, height).data;
  }

  resize(size: Size): void {
    this.renderer.resize(size.width, size.height);
    this.surfaceSize = size;
    this.converter = null;
    this.settleSmoothing();
  }

  dispose(): void {
    this.renderer.destroy();
    this.converter = null;
  }

  /** Without a `format`, `copyTo` is a plain copy of memory. */
  private async copyStrips(converter: I420Converter, shot: VideoFrame, order: PixelOrder): Promise<void> {
    const { width } = this.surfaceSize;
    for (const { top, rows } of this.strips()) {
      await shot.copyTo(converter.strip, {
        rect: { x: 0, y: top, width, height: rows },
        layout: [{ offset: 0, stride: width * 4 }],
      });
      converter.convertStrip(top, rows, order);
    }
  }

  private async readStrips(converter: I420Converter): Promise<void> {
    for (const { top, rows } of this.strips()) {
      converter.strip.set(this.context.getImageData(0, top, this.surfaceSize.width, rows).data);
      converter.convertStrip(top, rows, 'rgba');
    }
  }

  private *strips(): Iterable<{ top: number; rows: number }> {
    const { height } = this.surfaceSize;
    for (let top = 0; top < height; top += STRIP_ROWS) yield { top, rows: Math.min(STRIP_ROWS, height - top) };
  }

  /** Bilinear: `medium` and `high` cost three times as much, and pictures come scaled to nearly their drawn size. */
  private settleSmoothing(): void {
    this.context.imageSmoothingEnabled = true;
    this.context.imageSmoothingQuality = 'low';
  }
}
