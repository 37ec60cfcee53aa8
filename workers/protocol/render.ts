import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import type { Segment } from '#core/render/segments.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { OutputReport } from '#core/verify/output-report.ts';
import type { MediaSource } from './media-source.ts';
import type { ToolFile } from './tool-file.ts';

/**
 * What the render worker answers to: the pieces of a render, each by itself. One call at a time; cancelling one means
 * ending the worker. Paths are in the origin's private file system.
 */
export interface RenderWorker {
  /** Finds out by drawing and encoding a few real frames, never by asking. */
  probe(): Promise<RenderCapabilities>;
  /**
   * Renders segments until `claim` gives none.
   * @param onPart called when a segment is on disk.
   * @param onFrames how many frames more are done; 0 says only that the work goes on.
   */
  renderSegments(
    request: RenderRequest,
    claim: () => Promise<Segment | null>,
    onPart: (index: PartIndex, packets: PartPackets) => Promise<void>,
    onFrames: (frames: number) => void,
  ): Promise<void>;
  /** Mixes and encodes all the sound. On disk when it resolves. */
  encodeSound(request: RenderRequest, onAlive: (count: number) => void): Promise<PartPackets>;
  /** @returns those of the parts whose files are, byte for byte, what was written. */
  intactParts(folder: string, parts: readonly RenderPart[]): Promise<PartIndex[]>;
  /** Joins all parts to one video. On disk when it resolves. */
  assemble(request: AssembleRequest, onPictures: (done: number) => void): Promise<AssembledVideo>;
  /**
   * Decodes the finished video, compares it with its timeline, and draws the picture that stands for it, which is on disk
   * when it resolves.
   */
  check(request: RenderRequest, paths: OutputPaths, onFrames: (done: number) => void): Promise<OutputReport>;
  /** Copies a finished video with one of its frames as its cover. Both are on disk when it resolves. */
  putCover(request: CoverRequest, onPictures: (done: number) => void): Promise<AssembledVideo>;
}

export interface RenderRequest {
  readonly timeline: Timeline;
  readonly settings: RenderSettings;
  readonly media: readonly MediaSource[];
  readonly compositor: RenderCapabilities['compositor'];
  readonly videoEncoder: Exclude<RenderCapabilities['videoEncoder'], 'none'>;
  /** Where the parts lie, each under its index. */
  readonly folder: string;
}

/** A part's row without what the page knows. */
export type PartPackets = Omit<RenderPart, 'jobId' | 'index' | 'fingerprint'>;

export interface AssembleRequest {
  readonly settings: RenderSettings;
  readonly folder: string;
  /** Every segment, in order. */
  readonly segments: readonly RenderPart[];
  readonly sound: RenderPart;
  readonly videoPath: string;
}

/** Where a finished video lies, and the picture that stands for it. */
export interface OutputPaths {
  readonly video: string;
  readonly thumbnail: string;
}

export interface CoverRequest {
  readonly file: ToolFile;
  /** When the frame is on screen. */
  readonly seconds: number;
  /** Where the copy and its cover go. */
  readonly paths: OutputPaths;
}

export interface AssembledVideo {
  readonly bytes: number;
}
