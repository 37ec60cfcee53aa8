import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { Scene } from '#core/scene/scene.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { chooseBackend } from '#engine/compositor/choose-backend.ts';
import type { Compositor, FrameSource, Pictures } from '#engine/compositor/compositor.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { PreviewWorker } from '#protocol/preview.ts';
import { LatestRequest } from './latest-request.ts';

/** What is on the canvas, and what it is drawn with. */
class Preview implements PreviewWorker {
  private compositor: Compositor | null = null;
  private source: FrameSource | null = null;
  private shown: { timeline: Timeline; media: readonly MediaSource[] } | null = null;
  /** The frame on the canvas, to draw it again at another size or after a loss. */
  private frame: number | null = null;
  /** Changes and drawings run one after another: a drawing never meets a canvas or a timeline half changed. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly drawings = new LatestRequest((frame: number) => this.inTurn(() => this.show(frame)));
  private readonly sizes = new LatestRequest((size: Size) => this.inTurn(() => this.fit(size)));

  attach(canvas: OffscreenCanvas): Promise<void> {
    return this.inTurn(async () => {
      const size = { width: canvas.width, height: canvas.height };
      const backend = await chooseBackend();
      this.compositor = await createCompositor({ backend, size, canvas, onRestored: () => this.redraw() });
    });
  }

  resize(size: Size): Promise<void> {
    return this.sizes.ask(size);
  }

  load(timeline: Timeline, media: readonly MediaSource[]): Promise<void> {
    return this.inTurn(async () => {
      const compositor = this.attached();
      await compositor.prepare(timeline, media);
      const options = { timeline, media, outputSize: compositor.size };
      if (this.source) this.source.update(options);
      else this.source = createFrameSource(options);
      this.shown = { timeline, media };
    });
  }

  draw(frame: number): Promise<void> {
    return this.drawings.ask(frame);
  }

  /** The graphics card is back, and the canvas empty. */
  private redraw(): void {
    if (this.frame === null) return;
    // Nobody asked for this drawing. A failure that lasts is told to whoever asks for the next one.
    this.drawings.ask(this.frame).catch(() => undefined);
  }

  private async show(frame: number): Promise<void> {
    const compositor = this.attached();
    const { scene, pictures } = await this.sceneOf(frame);
    compositor.draw(scene, pictures);
    this.frame = frame;
  }

  /** The pictures are decoded first: emptied and drawn in one go, the canvas is never seen empty. */
  private async fit(size: Size): Promise<void> {
    const compositor = this.attached();
    if (this.shown) this.source?.update({ ...this.shown, outputSize: size });
    const drawing = this.frame === null ? null : await this.sceneOf(this.frame);
    compositor.resize(size);
    if (drawing) compositor.draw(drawing.scene, drawing.pictures);
  }

  private async sceneOf(frame: number): Promise<{ scene: Scene; pictures: Pictures }> {
    if (!this.source || !this.shown) throw notReady('a timeline is loaded');
    // The timeline may have become shorter since the frame was asked for.
    const scene = sceneAt(this.shown.timeline, Math.min(frame, this.shown.timeline.durationFrames - 1));
    return { scene, pictures: await this.source.load(scene) };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    // A failure belongs to whoever asked for this piece of work, not to the next.
    this.turn = done.catch(() => undefined);
    return done;
  }

  private attached(): Compositor {
    if (!this.compositor) throw notReady('a canvas is attached');
    return this.compositor;
  }
}

function notReady(step: string): StudioError {
  return new StudioError('state-conflict', `The preview draws only after ${step}. Restart the preview.`, {
    rule: step,
  });
}

exposeWorker<PreviewWorker>(new Preview());
