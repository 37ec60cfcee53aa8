import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { captionText } from '#core/scene/caption-layer.ts';
import { hookText } from '#core/scene/hook-layer.ts';
import type { Scene, SceneLayer } from '#core/scene/scene.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import { loadFonts, loadOwnFonts } from '../fonts/load-fonts.ts';
import type { Compositor, CompositorBackend, MediaFile, Picture, Pictures } from './compositor.ts';
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
  /** The graphics card was taken away and is back: what was drawn is gone, and can be drawn again. */
  readonly onRestored?: () => void;
}

const SURFACES = { canvas: createCanvasSurface, webgl: createWebGlSurface } as const;

/** Makes the compositor that preview and export share. Only in a worker. Whoever makes it disposes it. */
export async function createCompositor({
  backend,
  size,
  canvas = new OffscreenCanvas(size.width, size.height),
  onRestored = () => undefined,
}: CompositorOptions): Promise<Compositor> {
  const kernel = await loadKernel();
  const surface = await SURFACES[backend](canvas, size, kernel, onRestored);
  return new PixiCompositor(backend, surface);
}

/** A drawn scene, to know it again. */
interface Drawing {
  readonly layers: string;
  readonly pictures: readonly Picture[];
}

/** So often in a row may the graphics card go away before one picture is read. */
const MOST_LOSSES = 3;

class PixiCompositor implements Compositor {
  private stage = new Stage();
  /** What was last asked for, to draw it again. Its pictures stay open until the next scene's are loaded. */
  private asked: { readonly scene: Scene; readonly pictures: Pictures } | null = null;
  private drawn: Drawing | null = null;
  /** What `drawn` looks like in I420, once it was read. */
  private planes: Uint8Array<ArrayBuffer> | null = null;
  /** The surface's losses when it was last drawn on: with more of them, the picture on it is gone. */
  private lossesWhenDrawn = 0;

  constructor(
    readonly backend: CompositorBackend,
    private readonly surface: Surface,
  ) {}

  get size(): Size {
    return this.surface.size;
  }

  async prepare(timeline: Timeline, media: readonly MediaFile[]): Promise<void> {
    const hooks = clipsOf(timeline, 'text').map((clip) => ({ text: hookText(clip), family: clip.look.family }));
    const captions = clipsOf(timeline, 'caption').map((clip) => ({
      text: captionText(clip),
      family: clip.look.family,
    }));
    const own = new Set(clipsOf(timeline, 'text').map(({ font }) => font));
    const ownFiles = media
      .filter(({ assetId }) => own.has(assetId))
      .map(({ assetId, bytes }) => ({ hash: assetId, bytes }));
    await Promise.all([loadFonts([...hooks, ...captions]), loadOwnFonts(ownFiles)]);
  }

  draw(scene: Scene, pictures: Pictures): void {
    this.asked = { scene, pictures };
    if (this.wasLost()) this.startOver();
    // Reading back says that nothing was drawn; whoever only shows it waits for `onRestored`.
    if (this.surface.lost) return;
    const drawing = drawingOf(scene, pictures);
    // Held scenes (freeze mode, a paused preview) cost nothing.
    if (this.drawn && sameDrawing(this.drawn, drawing)) return;
    this.planes = null;
    this.drawn = null;
    this.stage.compose(scene, pictures, this.surface.size);
    this.surface.render(this.stage.root);
    this.drawn = drawing;
    this.lossesWhenDrawn = this.surface.losses;
  }

  async readI420(): Promise<Uint8Array<ArrayBuffer>> {
    for (let losses = 0; !this.planes; losses++) {
      const planes = await this.surface.readI420();
      if (this.isIntact()) this.planes = planes;
      else if (losses === MOST_LOSSES) this.checkNotLost();
      else await this.drawAgain();
    }
    return this.planes;
  }

  readRgba(): Uint8ClampedArray<ArrayBuffer> {
    const rgba = this.surface.readRgba();
    this.checkNotLost();
    return rgba;
  }

  resize(size: Size): void {
    this.surface.resize(size);
    this.asked = null;
    this.drawn = null;
    this.planes = null;
  }

  dispose(): void {
    this.stage.dispose();
    this.surface.dispose();
    this.asked = null;
    this.drawn = null;
    this.planes = null;
  }

  /** The graphics card was taken away: waits for it, and builds everything anew. */
  private async drawAgain(): Promise<void> {
    if (!this.asked) this.checkNotLost();
    await this.surface.untilRestored();
    if (this.asked) this.draw(this.asked.scene, this.asked.pictures);
  }

  private isIntact(): boolean {
    return !this.surface.lost && !this.wasLost();
  }

  private wasLost(): boolean {
    return this.surface.losses !== this.lossesWhenDrawn;
  }

  /** Textures that Pixi believes to be on the graphics card are not there any more. */
  private startOver(): void {
    this.stage.dispose();
    this.stage = new Stage();
    this.drawn = null;
    this.planes = null;
  }

  /** After reading, since the graphics card may go at any moment: what was read then is black. */
  private checkNotLost(): void {
    if (this.isIntact()) return;
    throw new StudioError('worker-crashed', 'The graphics card stopped while it was drawing. Start the export again.', {
      rule: 'graphics context',
    });
  }
}

function drawingOf(scene: Scene, pictures: Pictures): Drawing {
  const shown = scene.layers.filter((layer) => layer.kind === 'picture').map((layer) => pictures.get(layer.picture));
  return { layers: JSON.stringify(scene.layers.map(withoutTime)), pictures: shown };
}

/** The time of a moving picture tells nothing: another picture is another image, or another version of it. */
function withoutTime(layer: SceneLayer): object {
  return layer.kind === 'picture' ? { ...layer, picture: layer.picture.assetId } : layer;
}

function sameDrawing(a: Drawing, b: Drawing): boolean {
  const isSame = ({ image, version }: Picture, other: Picture | undefined) =>
    image === other?.image && version === other.version;
  return a.layers === b.layers && a.pictures.every((picture, index) => isSame(picture, b.pictures[index]));
}
