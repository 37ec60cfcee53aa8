import { BlobSource, Input, type VideoSample } from 'mediabunny';
import { type Size, scaleSize } from '#core/geometry.ts';
import { planMovingPreview } from '#core/media/clip-stills.ts';
import { type AnimationFrame, webpAnimation } from '#core/media/webp-animation.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { SamplePainter } from './frame-canvas.ts';
import { samplesWithin } from './samples-within.ts';
import { shownStart } from './shown-start.ts';

/** Longer side, in pixels. */
const SIDE = 280;
const QUALITY = 0.6;

/** What has not been decoded by then, in seconds, is left out. */
const DECODE_SECONDS = 20;

/** Less than 5 s in all: what moves longer would have to have a way to be stopped (WCAG 2.2, 2.2.2). */
const ROUNDS = 2;

/** Fewer do not move. */
const FEWEST_PICTURES = 3;

/**
 * A clip in little: a dozen of its pictures one after the other, as a WebP that shows them twice.
 * @param onAlive called with each picture.
 * @returns null where this browser makes no WebP, or decodes too little of the clip.
 */
export async function animateClip(bytes: Blob, onAlive: () => void): Promise<Blob | null> {
  const input = new Input({ source: new BlobSource(bytes), formats: CLIP_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return null;
    const { times, milliseconds } = planMovingPreview(await shownStart(track), await track.computeDuration());
    const stills = new WebpStills({ width: await track.getDisplayWidth(), height: await track.getDisplayHeight() });
    const frames: AnimationFrame[] = [];
    for await (const sample of samplesWithin(DECODE_SECONDS, track, times)) {
      const still = await closing(sample, () => stills.encode(sample));
      if (!still) return null;
      frames.push({ still, milliseconds });
      onAlive();
    }
    if (frames.length < FEWEST_PICTURES) return null;
    return new Blob([webpAnimation(stills.size, frames, ROUNDS)], { type: 'image/webp' });
  } finally {
    input.dispose();
  }
}

/** Small WebP files of one picture each, all of one size. */
class WebpStills {
  readonly size: Size;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #painter = new SamplePainter();

  constructor(source: Size) {
    const { width, height } = scaleSize(source, Math.min(1, SIDE / Math.max(source.width, source.height)));
    this.size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
    const context = new OffscreenCanvas(this.size.width, this.size.height).getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives workers no 2D canvas.');
    context.imageSmoothingQuality = 'high';
    this.#context = context;
  }

  /** Null where this browser makes PNG of it, as Safari does. */
  async encode(sample: VideoSample): Promise<Uint8Array | null> {
    await this.#painter.draw(sample, this.#context, this.size);
    const blob = await this.#context.canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
    return blob.type === 'image/webp' ? new Uint8Array(await blob.arrayBuffer()) : null;
  }
}

async function closing<T>(sample: VideoSample, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    sample.close();
  }
}
