import { type CaptionStyling, lookOf } from '#core/captions/caption-clips.ts';
import { cueAt } from '#core/captions/cue-at.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { Size } from '#core/geometry.ts';
import { captionLayer, captionText } from '#core/scene/caption-layer.ts';
import { Overlay } from '../compositor/overlay.ts';
import { loadFonts } from '../fonts/load-fonts.ts';
import type { PictureColours } from '../video-file/picture-colours.ts';
import { evenSize } from '../video-file/picture-planes.ts';
import { type CaptionInk, inkOf } from './caption-ink.ts';
import { evenBounds, isUpright, type Matrix, type Orientation, toStored } from './orientation.ts';

export interface DrawnCaptions extends CaptionStyling {
  /** In order, none over another; seconds from the first picture. */
  readonly cues: readonly Cue[];
}

/** Draws captions for pictures that lie as their file has them. Whoever opens it disposes it. */
export class CaptionDrawer {
  readonly #captions: DrawnCaptions;
  readonly #orientation: Orientation;
  readonly #colours: PictureColours;
  readonly #overlay: Overlay;
  readonly #matrix: Matrix;
  readonly #stored: Size;
  /** Where captions are turned; null where they need not be. */
  readonly #turned: OffscreenCanvasRenderingContext2D | null;
  #drawn = '';
  #ink: CaptionInk | null = null;

  private constructor(captions: DrawnCaptions, orientation: Orientation, colours: PictureColours, overlay: Overlay) {
    this.#captions = captions;
    this.#orientation = orientation;
    this.#colours = colours;
    this.#overlay = overlay;
    this.#matrix = toStored(orientation);
    this.#stored = evenSize(orientation.stored);
    this.#turned = isUpright(orientation) ? null : canvasOf(this.#stored);
  }

  static async open(
    captions: DrawnCaptions,
    orientation: Orientation,
    colours: PictureColours,
  ): Promise<CaptionDrawer> {
    const dressed = captions.cues.map((cue) => ({ cue, look: lookOf(cue, captions) }));
    await loadFonts(dressed.map((each) => ({ text: captionText(each), family: each.look.family })));
    return new CaptionDrawer(captions, orientation, colours, await Overlay.open(orientation.shown));
  }

  /** @param time seconds from the first picture. @returns null where nothing is to be seen. */
  inkAt(time: number): CaptionInk | null {
    const cue = cueAt(this.#captions.cues, time);
    if (!cue) return null;
    const dressed = { cue, look: lookOf(cue, this.#captions) };
    const layer = captionLayer(dressed, Math.max(time, cue.start), this.#orientation.shown);
    const key = JSON.stringify(layer);
    // Most captions stand still for most of their time.
    if (key !== this.#drawn) {
      this.#ink = this.#inkOf(layer);
      this.#drawn = key;
    }
    return this.#ink;
  }

  dispose(): void {
    this.#overlay.dispose();
  }

  #inkOf(layer: ReturnType<typeof captionLayer>): CaptionInk | null {
    const drawn = this.#overlay.draw(layer);
    const rect = drawn && evenBounds(drawn, this.#matrix, this.#stored);
    if (!rect) return null;
    const { x, y, width, height } = rect;
    if (!this.#turned) return inkOf(this.#overlay.read(rect), rect, this.#colours);
    const context = this.#turned;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(x, y, width, height);
    context.setTransform(...this.#matrix);
    context.drawImage(
      this.#overlay.canvas,
      ...[drawn.x, drawn.y, drawn.width, drawn.height],
      ...[drawn.x, drawn.y, drawn.width, drawn.height],
    );
    return inkOf(context.getImageData(x, y, width, height).data, rect, this.#colours);
  }
}

function canvasOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives workers no 2D canvas.');
  return context;
}
