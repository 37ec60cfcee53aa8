import type { Size } from '#core/geometry.ts';
import type { Scene, SceneLayer } from '#core/scene/scene.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import { loadFonts } from '../fonts/load-fonts.ts';
import type { Compositor, CompositorBackend, Pictures } from './compositor.ts';
import { loadKernel } from './i420/load-kernel.ts';
import { Stage } from './stage.ts';
import { createCanvasSurface } from './surface/canvas-surface.ts';
import type { Surface } from './surface/surface.ts';
import { createWebGlSurface } from './surface/webgl-surface.ts';

export interface CompositorOptions {
  readonly backend: CompositorBackend;
  /** Of what is drawn, in pixels. Reading back as I420 needs even sides. */
  readonly size: Size;
  /** Where to draw; left out, it draws on a canvas of its own. */
  readonly canvas?: OffscreenCanvas;
}

const SURFACES = { canvas: createCanvasSurface, webgl: createWebGlSurface } as const;

/** Makes the compositor that preview and export share. Only in a worker. Whoever makes it disposes it. */
export async function createCompositor({ backend, size, canvas }: CompositorOptions): Promise<Compositor> {
  const kernel = await loadKernel();
  const surface = await SURFACES[backend](canvas ?? new OffscreenCanvas(size.width, size.height), size, kernel);
  return new PixiCompositor(backend, surface);
}

/** A drawn scene, to know it again. */
interface Drawing {
  readonly layers: string;
  readonly images: readonly (ImageBitmap | VideoFrame)[];
}

class PixiCompositor implements Compositor {
  private readonly stage = new Stage();
  private drawn: Drawing | null = null;
  /** What `drawn` looks like in I420, once it was read. */
  private planes: Uint8Array<ArrayBuffer> | null = null;

  constructor(
    readonly backend: CompositorBackend,
    private readonly surface: Surface,
  ) {}

  get size(): Size {
    return this.surface.size;
  }

  async prepare(timeline: Timeline): Promise<void> {
    await loadFonts(clipsOf(timeline, 'text').map((clip) => clip.text));
  }

  draw(scene: Scene, pictures: Pictures): void {
    const drawing = drawingOf(scene, pictures);
    // Held scenes (freeze mode, a paused preview) cost nothing.
    if (this.drawn && sameDrawing(this.drawn, drawing)) return;
    this.planes = null;
    this.drawn = null;
    this.stage.compose(scene, pictures, this.surface.size);
    this.surface.render(this.stage.root);
    this.drawn = drawing;
  }

  async readI420(): Promise<Uint8Array<ArrayBuffer>> {
    this.planes ??= await this.surface.readI420();
    return this.planes;
  }

  readRgba(): Uint8ClampedArray<ArrayBuffer> {
    return this.surface.readRgba();
  }

  resize(size: Size): void {
    this.surface.resize(size);
    this.drawn = null;
    this.planes = null;
  }

  dispose(): void {
    this.stage.dispose();
    this.surface.dispose();
    this.drawn = null;
    this.planes = null;
  }
}

function drawingOf(scene: Scene, pictures: Pictures): Drawing {
  const images = scene.layers
    .filter((layer) => layer.kind === 'picture')
    .map((layer) => pictures.get(layer.picture).image);
  return { layers: JSON.stringify(scene.layers.map(withoutTime)), images };
}

/** The time of a moving picture tells nothing: another picture is another image. */
function withoutTime(layer: SceneLayer): object {
  return layer.kind === 'picture' ? { ...layer, picture: layer.picture.assetId } : layer;
}

function sameDrawing(a: Drawing, b: Drawing): boolean {
  return a.layers === b.layers && a.images.every((image, index) => image === b.images[index]);
}
