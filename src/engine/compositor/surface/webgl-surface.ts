import 'pixi.js/unsafe-eval'; // Before the first renderer: the content security policy allows no generated code.
import { type Container, DOMAdapter, WebGLRenderer, WebWorkerAdapter } from 'pixi.js';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { BACKGROUND_COLOUR } from '#core/scene/composition.ts';
import { withTimeLimit } from '../../media/time-limit.ts';
import { I420Converter } from '../i420/i420-converter.ts';
import type { Surface } from './surface.ts';

/** A graphics process that crashed is back after about a second; one that stays away longer will not come. */
const RESTORE_SECONDS = 10;

/** Draws on the graphics card. `onRestored` is called when the card is back after it was taken away. */
export async function createWebGlSurface(
  canvas: OffscreenCanvas,
  size: Size,
  kernel: WebAssembly.Module,
  onRestored: () => void,
): Promise<Surface> {
  DOMAdapter.set(WebWorkerAdapter);
  const renderer = new WebGLRenderer();
  await renderer.init({
    canvas,
    ...size,
    resolution: 1,
    backgroundColor: BACKGROUND_COLOUR,
    backgroundAlpha: 1,
    antialias: false,
    // Reading back happens after the browser may have shown the picture and thrown it away.
    preserveDrawingBuffer: true,
    preferWebGLVersion: 2,
  });
  return new WebGlSurface(renderer, canvas, size, kernel, onRestored);
}

class WebGlSurface implements Surface {
  private converter: I420Converter | null = null;
  private lossCount = 0;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly canvas: OffscreenCanvas,
    private surfaceSize: Size,
    private readonly kernel: WebAssembly.Module,
    private readonly onRestored: () => void,
  ) {
    // Pixi listens too, and came first: when this one hears of a restored context, Pixi can draw again.
    canvas.addEventListener('webglcontextlost', this.countLoss);
    canvas.addEventListener('webglcontextrestored', this.onRestored);
  }

  get lost(): boolean {
    return this.renderer.gl.isContextLost();
  }

  get losses(): number {
    return this.lossCount;
  }

  get size(): Size {
    return this.surfaceSize;
  }

  async untilRestored(): Promise<void> {
    if (!this.lost) return;
    let heard: () => void = () => undefined;
    const restored = new Promise<void>((resolve) => {
      heard = resolve;
      this.canvas.addEventListener('webglcontextrestored', heard);
    });
    try {
      await withTimeLimit(restored, RESTORE_SECONDS, staysAway);
    } finally {
      this.canvas.removeEventListener('webglcontextrestored', heard);
    }
  }

  render(stage: Container): void {
    this.renderer.render({ container: stage });
  }

  /** The kernel turns the picture over: WebGL's first row is the lowest. */
  async readI420(): Promise<Uint8Array<ArrayBuffer>> {
    const { height } = this.surfaceSize;
    this.converter ??= new I420Converter(this.kernel, this.surfaceSize, height);
    this.readPixels(this.converter.strip);
    this.converter.convertUpturnedStrip(0, height, 'rgba');
    return this.converter.planes;
  }

  readRgba(): Uint8ClampedArray<ArrayBuffer> {
    const { width, height } = this.surfaceSize;
    const stride = width * 4;
    const upturned = new Uint8Array(stride * height);
    this.readPixels(upturned);
    const upright = new Uint8ClampedArray(stride * height);
    for (let row = 0; row < height; row++) {
      upright.set(upturned.subarray((height - 1 - row) * stride, (height - row) * stride), row * stride);
    }
    return upright;
  }

  resize(size: Size): void {
    this.renderer.resize(size.width, size.height);
    this.surfaceSize = size;
    this.converter = null;
  }

  dispose(): void {
    this.canvas.removeEventListener('webglcontextlost', this.countLoss);
    this.canvas.removeEventListener('webglcontextrestored', this.onRestored);
    this.renderer.destroy();
    this.converter = null;
  }

  private readonly countLoss = (): void => {
    this.lossCount += 1;
  };

  private readPixels(target: Uint8Array<ArrayBuffer>): void {
    const { gl } = this.renderer;
    const { width, height } = this.surfaceSize;
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, target);
  }
}

function staysAway(): StudioError {
  return new StudioError(
    'worker-crashed',
    `The graphics card stopped while it was drawing, and did not come back within ${RESTORE_SECONDS} seconds. Start the export again.`,
    { rule: 'graphics context', value: RESTORE_SECONDS },
  );
}
