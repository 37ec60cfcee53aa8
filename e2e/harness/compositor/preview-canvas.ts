import { PreviewClient } from '#clients/preview-client.ts';
import type { Size } from '#core/geometry.ts';
import { differenceBox } from './measure.ts';
import type { ProjectRequest } from './project-plan.ts';
import type { DrawnFrame } from './worker.ts';

/** How long a drawn frame may take to appear on the page, in milliseconds. */
const SHOWN_WITHIN_MS = 5000;

/** The product's preview worker on a canvas of this page. */
export class PreviewCanvas {
  private readonly client = new PreviewClient();
  private readonly canvas = document.createElement('canvas');

  private constructor(private readonly size: Size) {
    Object.assign(this.canvas, size);
    document.body.append(this.canvas);
  }

  static async open({ size, timeline, media }: ProjectRequest): Promise<PreviewCanvas> {
    const preview = new PreviewCanvas(size);
    await preview.client.attach(preview.canvas.transferControlToOffscreen());
    await preview.client.load(timeline, media);
    return preview;
  }

  /**
   * Draws a frame, and waits until the page shows `expected` or the time is up.
   * @returns how many pixels of what is shown then are others.
   */
  async differingPixels(frame: number, expected: DrawnFrame): Promise<number> {
    await this.client.draw(frame);
    const deadline = performance.now() + SHOWN_WITHIN_MS;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const different = differenceBox(expected, this.shown())?.pixels ?? 0;
      if (different === 0 || performance.now() > deadline) return different;
    }
  }

  /** What the page shows, as a PNG in base64. */
  async png(): Promise<string> {
    const copy = this.copy();
    const blob = await copy.canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }

  close(): void {
    this.client.stop();
    this.canvas.remove();
  }

  private shown(): DrawnFrame {
    const { width, height } = this.size;
    return { ...this.size, rgba: this.copy().getImageData(0, 0, width, height).data, i420: null };
  }

  private copy(): OffscreenCanvasRenderingContext2D {
    const context = new OffscreenCanvas(this.size.width, this.size.height).getContext('2d', { alpha: false });
    if (!context) throw new Error('No 2D canvas.');
    context.drawImage(this.canvas, 0, 0);
    return context;
  }
}
