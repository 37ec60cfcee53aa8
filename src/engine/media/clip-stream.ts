import type { Rect } from '#core/geometry.ts';
import type { PictureLayer } from '#core/scene/scene.ts';
import type { ColourMatrix } from '#core/style/grade.ts';
import type { MediaFile, Picture } from '../compositor/compositor.ts';
import { ClipReader } from './clip-reader.ts';
import { FrameCanvas } from './frame-canvas.ts';
import { Grader } from './grade/grader.ts';
import { loadKernel } from './grade/load-kernel.ts';
import { fitted } from './picture-source.ts';

/** Longer side of a blurred clip: drawn up from so little, no detail is left. In pixels. */
const BLURRED_SIDE = 32;

/** How a clip's picture is wanted: the same for all frames of one layer. */
export type ClipView = Pick<PictureLayer, 'crop' | 'grade' | 'blurred'>;

/**
 * The pictures of one run of a clip as they are drawn: cut to what is seen, in RGB, graded. A decoded frame is converted
 * once, not by every draw: that took twice as long.
 */
export class ClipStream {
  readonly #reader: ClipReader;
  readonly #windows = new Map<string, ClipWindow>();
  /** For those windows that cannot be copied. */
  readonly #whole = new FrameCanvas();
  #warm: Promise<unknown> | null = null;
  #frame: VideoFrame | ImageBitmap | null = null;
  /** Counts decoded frames, to know a new one. */
  #version = 0;

  constructor(file: MediaFile) {
    this.#reader = new ClipReader(file);
  }

  /** Starts to decode, so that the first picture is there when it is wanted. A failure is thrown to whoever then asks. */
  warmUp(time: number): void {
    this.#warm = this.#reader.pictureAt(time).catch(() => undefined);
  }

  /** The picture at a time of the source, in seconds. It is overwritten by the next one of the same view. */
  async pictureAt(time: number, view: ClipView): Promise<Picture> {
    // The reader looks for one picture at a time.
    await this.#warm;
    const frame = await this.#reader.pictureAt(time);
    if (frame !== this.#frame) this.#version++;
    this.#frame = frame;
    const key = JSON.stringify([view.crop, view.blurred]);
    const window = this.#windows.get(key) ?? new ClipWindow(view, this.#whole);
    this.#windows.set(key, window);
    return await window.show(frame, this.#version, view.grade);
  }

  dispose(): void {
    this.#frame = null;
    this.#windows.clear();
    this.#reader.dispose();
  }
}

/** One part of a clip's pictures, on a canvas of its own. */
class ClipWindow {
  readonly #canvas: OffscreenCanvas;
  readonly #whole: FrameCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;
  /** In pixels of the clip as shown, whole. */
  readonly #crop: Rect;
  #grader: Grader | null = null;
  #shown = { version: 0, grade: '' };
  #picture: Picture;

  constructor({ crop, blurred }: ClipView, whole: FrameCanvas) {
    this.#whole = whole;
    const [x, y] = [Math.round(crop.x), Math.round(crop.y)];
    this.#crop = { x, y, width: Math.max(1, Math.round(crop.width)), height: Math.max(1, Math.round(crop.height)) };
    const { width, height } = blurred ? fitted(this.#crop, BLURRED_SIDE) : this.#crop;
    this.#canvas = new OffscreenCanvas(width, height);
    const context = this.#canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    context.imageSmoothingQuality = 'medium';
    this.#context = context;
    this.#picture = { image: this.#canvas, crop: { x: 0, y: 0, width, height }, version: 0 };
  }

  async show(frame: VideoFrame | ImageBitmap, version: number, grade: ColourMatrix | null): Promise<Picture> {
    const shown = { version, grade: JSON.stringify(grade) };
    if (shown.version === this.#shown.version && shown.grade === this.#shown.grade) return this.#picture;
    this.#shown = shown;
    const copied = frame instanceof VideoFrame && (await this.#copy(frame, grade));
    if (!copied) await this.#draw(frame, grade);
    this.#picture = { ...this.#picture, version: this.#picture.version + 1 };
    return this.#picture;
  }

  /** Straight from the decoder's planes. @returns false where the frame has to be drawn. */
  async #copy(frame: VideoFrame, grade: ColourMatrix | null): Promise<boolean> {
    const { width, height } = this.#canvas;
    const rect = copyableRect(frame, this.#crop);
    if (!rect || rect.width !== width || rect.height !== height) return false;
    const grader = await this.#pixels();
    try {
      await frame.copyTo(grader.pixels, { rect, format: 'RGBX', colorSpace: 'srgb' });
    } catch {
      // Not every browser converts while it copies.
      return false;
    }
    this.#put(grader, grade);
    return true;
  }

  async #draw(frame: VideoFrame | ImageBitmap, grade: ColourMatrix | null): Promise<void> {
    const { width, height } = this.#canvas;
    const { x, y, width: cropWidth, height: cropHeight } = this.#crop;
    const image = frame instanceof VideoFrame && storedAsShown(frame) ? await this.#whole.show(frame) : null;
    this.#context.drawImage(image ?? frame, x, y, cropWidth, cropHeight, 0, 0, width, height);
    if (!grade) return;
    const grader = await this.#pixels();
    grader.pixels.set(this.#context.getImageData(0, 0, width, height).data);
    this.#put(grader, grade);
  }

  #put(grader: Grader, grade: ColourMatrix | null): void {
    if (grade) grader.apply(grade);
    this.#context.putImageData(new ImageData(grader.pixels, this.#canvas.width, this.#canvas.height), 0, 0);
  }

  async #pixels(): Promise<Grader> {
    this.#grader ??= new Grader(await loadKernel(), this.#canvas.width * this.#canvas.height);
    return this.#grader;
  }
}

/** `crop` in the frame's stored pixels; null where they are not square, or chroma would be cut in half. */
function copyableRect(frame: VideoFrame, crop: Rect): DOMRectInit | null {
  const { visibleRect, displayWidth, displayHeight } = frame;
  if (!visibleRect || !storedAsShown(frame)) return null;
  const x = Math.min(crop.x - (crop.x % 2), displayWidth - crop.width);
  const y = Math.min(crop.y - (crop.y % 2), displayHeight - crop.height);
  if (x < 0 || y < 0) return null;
  return { x: visibleRect.x + x, y: visibleRect.y + y, width: crop.width, height: crop.height };
}

/** True where each visible pixel is one that is shown. */
function storedAsShown({ visibleRect, displayWidth, displayHeight }: VideoFrame): boolean {
  return visibleRect?.width === displayWidth && visibleRect.height === displayHeight;
}
