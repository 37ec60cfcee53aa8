import type { HighlightCurve } from '#core/media/highlights.ts';
import type { MediaSource } from './media-source.ts';

/** What the highlights worker answers to: one clip at a time is looked through. Cancelling means ending the worker. */
export interface HighlightsWorker {
  /** @param onProgress 0 to 1. */
  analyse(clip: MediaSource, onProgress: (fraction: number) => void): Promise<HighlightCurve>;
}
