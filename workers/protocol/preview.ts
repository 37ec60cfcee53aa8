import type { Size } from '#core/geometry.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from './media-source.ts';

/** What the preview worker answers to. It draws on the page's canvas with the export's own compositor. */
export interface PreviewWorker {
  attach(canvas: OffscreenCanvas): Promise<void>;
  /** In device pixels. What is on the canvas is drawn again at once; of sizes that come meanwhile only the latest counts. */
  resize(size: Size): Promise<void>;
  /** Replaces what is shown. Pictures of media that both timelines use stay decoded. */
  load(timeline: Timeline, media: readonly MediaSource[]): Promise<void>;
  /** Resolves when the frame is on the canvas. While one is being drawn, only the latest request waits. */
  draw(frame: number): Promise<void>;
}
