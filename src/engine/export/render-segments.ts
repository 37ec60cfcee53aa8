import { StudioError } from '#core/errors.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { Segment } from '#core/render/segments.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { Compositor, FrameSource, MediaFile } from '../compositor/compositor.ts';
import { createFfmpegEncoder } from './ffmpeg-frame-encoder.ts';
import { runRenderLoop } from './render-loop.ts';
import { SegmentEncoder, type SegmentEncoderParts } from './segment-encoder.ts';
import { createWebCodecsEncoder } from './webcodecs-frame-encoder.ts';

/** So often in a row may the browser take an encoder away before one segment is done. */
const MOST_RECLAIMS = 3;

export interface PicturesRequest {
  readonly timeline: Timeline;
  readonly settings: RenderSettings;
  /** Own fonts are among them, by their hashes. */
  readonly media: readonly MediaFile[];
  readonly videoEncoder: Exclude<RenderCapabilities['videoEncoder'], 'none'>;
}

/** What a render of pictures works with and does not own. */
export interface PicturesParts {
  /** Of the size of the settings. */
  readonly compositor: Compositor;
  readonly frameSource: FrameSource;
}

/** Hands out segments, and takes them back when they are done. */
export interface SegmentHost extends Pick<SegmentEncoderParts, 'store'> {
  /** The next one to render; null when nothing is left. */
  readonly claim: () => Promise<Segment | null>;
  readonly onFrame: () => void;
  /** A long step is under way, though no frame is done. */
  readonly onAlive: () => void;
}

/**
 * Renders segments as long as there are any. After an error everything that was opened here is closed; segments that
 * are done stay done.
 * @throws StudioError `disk-full`, `encoder-failed`, `render-stalled` and what the parts throw.
 */
export async function renderSegments(request: PicturesRequest, parts: PicturesParts, host: SegmentHost): Promise<void> {
  await parts.compositor.prepare(request.timeline, request.media);
  await new SegmentRenderer(request, parts, host).run();
}

class SegmentRenderer {
  readonly #request: PicturesRequest;
  readonly #parts: PicturesParts;
  readonly #host: SegmentHost;
  /** Claimed, and to be rendered before others are. */
  #waiting: Segment[] = [];
  /** Encoders in a row that were taken away before they had finished a segment. */
  #reclaims = 0;

  constructor(request: PicturesRequest, parts: PicturesParts, host: SegmentHost) {
    this.#request = request;
    this.#parts = parts;
    this.#host = host;
  }

  async run(): Promise<void> {
    for (let segment = await this.#take(); segment; segment = await this.#take()) await this.#runFrom(segment);
  }

  async #take(): Promise<Segment | null> {
    return this.#waiting.shift() ?? (await this.#host.claim());
  }

  /** Renders a segment and those that follow it, with one encoder. */
  async #runFrom(first: Segment): Promise<void> {
    const encoder = new SegmentEncoder({
      openEncoder: (onPacket) => this.#openEncoder(onPacket),
      store: async (segment, part) => {
        this.#reclaims = 0;
        await this.#host.store(segment, part);
      },
    });
    try {
      for (let segment: Segment | null = first; segment; segment = await this.#takeFollowing(segment)) {
        encoder.begin(segment);
        await this.#renderFrames(segment, encoder);
      }
      await encoder.finish();
    } catch (error) {
      if (!isReclaimed(error) || ++this.#reclaims > MOST_RECLAIMS) throw error;
      // What was inside it is lost with it: a new one begins again at the keyframe.
      this.#waiting.unshift(...(await encoder.abandon()));
    } finally {
      encoder.close();
    }
  }

  /** The next one, if the encoder can go on with it. */
  async #takeFollowing(segment: Segment): Promise<Segment | null> {
    const next = await this.#take();
    if (next === null || next.index === segment.index + 1) return next;
    this.#waiting.unshift(next);
    return null;
  }

  #renderFrames({ firstFrame, frames }: Segment, encoder: SegmentEncoder): Promise<void> {
    const { timeline } = this.#request;
    return runRenderLoop({
      firstFrame,
      frames,
      sceneAt: (frame) => sceneAt(timeline, frame),
      ...this.#parts,
      encoder,
      onFrameDone: this.#host.onFrame,
    });
  }

  #openEncoder(onPacket: Parameters<SegmentEncoderParts['openEncoder']>[0]) {
    const { settings, videoEncoder } = this.#request;
    if (videoEncoder === 'webcodecs') return createWebCodecsEncoder(settings, onPacket);
    return createFfmpegEncoder(settings, onPacket, this.#host.onAlive);
  }
}

function isReclaimed(error: unknown): boolean {
  return error instanceof StudioError && error.code === 'encoder-reclaimed';
}
