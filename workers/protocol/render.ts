import type { RenderProgress, StageTiming } from '#core/job/job.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from './media-source.ts';

/** What the render worker answers to. One render at a time; cancelling it means ending the worker. */
export interface RenderWorker {
  /** Finds out by drawing and encoding a few real frames, never by asking. */
  probe(): Promise<RenderCapabilities>;
  render(request: RenderRequest, onProgress: (progress: RenderProgress) => void): Promise<RenderResult>;
}

export interface RenderRequest {
  readonly timeline: Timeline;
  readonly settings: RenderSettings;
  readonly media: readonly MediaSource[];
  /** Where the results go, as paths in the origin's private file system. */
  readonly videoPath: string;
  readonly thumbnailPath: string;
  readonly compositor: RenderCapabilities['compositor'];
  readonly videoEncoder: Exclude<RenderCapabilities['videoEncoder'], 'none'>;
}

export interface RenderResult {
  readonly frames: number;
  readonly durationSeconds: number;
  readonly bytes: number;
  readonly timings: readonly StageTiming[];
}
