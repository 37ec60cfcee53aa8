import 'pixi.js/unsafe-eval'; // Before the first renderer: the content security policy allows no generated code.
import { CanvasRenderer, DOMAdapter, WebWorkerAdapter } from 'pixi.js';
import type { Rect, Size } from '#core/geometry.ts';
import type { CaptionLayer } from '#core/scene/scene.ts';
import type { Pictures } from './compositor.ts';
import { Stage } from './stage.ts';

/** Captions show no pictures. */
const NO_PICTURES: Pictures = {
  get() {
    throw new Error('A caption asked for a picture.');
  },
};

/**
 * Draws captions as the compositor does, over nothing: what is not drawn stays transparent. In software, because what is
 * drawn is read back. Only in a worker, with the fonts loaded. Whoever opens it disposes it.
 */
export class Overlay {
  readonly #stage = new Stage();
  readonly #renderer: CanvasRenderer;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #size: Size;
  #drawn: Rect | null = null;

  private constructor(renderer: CanvasRenderer, context: OffscreenCanvasRenderingContext2D, size: Size) {
    this.#renderer = renderer;
    this.#context = context;
    this.#size = size;
  }

  static async open(size: Size): Promise<Overlay> {
    const canvas = new OffscreenCanvas(size.width, size.height);
    // The first `getContext` settles the attributes; Pixi's own call then gets this same context.
    const context = canvas.getContext('2d', { alpha: true, willReadFrequently: true });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    DOMAdapter.set(WebWorkerAdapter);
    const renderer = new CanvasRenderer();
    await renderer.init({ canvas, ...size, resolution: 1, backgroundAlpha: 0 });
    return new Overlay(renderer, context, size);
  }

  /** Of the size that it was opened with. */
  get canvas(): OffscreenCanvas {
    return this.#context.canvas;
  }

  /** @returns the whole pixels outside of which nothing is drawn; null where nothing is drawn at all. */
  draw(layer: CaptionLayer): Rect | null {
    this.#clear();
    this.#stage.compose({ frame: 0, canvas: this.#size, layers: [layer] }, NO_PICTURES, this.#size);
    this.#drawn = this.#bounds();
    if (this.#drawn) this.#renderer.render({ container: this.#stage.root, clear: false });
    return this.#drawn;
  }

  /** RGBA with straight alpha. */
  read({ x, y, width, height }: Rect): Uint8ClampedArray {
    return this.#context.getImageData(x, y, width, height).data;
  }

  dispose(): void {
    this.#stage.dispose();
    this.#renderer.destroy();
  }

  #clear(): void {
    if (!this.#drawn) return;
    const { x, y, width, height } = this.#drawn;
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(x, y, width, height);
  }

  #bounds(): Rect | null {
    const { minX, minY, maxX, maxY } = this.#stage.root.getBounds();
    const [left, top] = [Math.max(0, Math.floor(minX)), Math.max(0, Math.floor(minY))];
    const [right, bottom] = [Math.min(this.#size.width, Math.ceil(maxX)), Math.min(this.#size.height, Math.ceil(maxY))];
    return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
  }
}
