import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { MediaSource } from './media-source.ts';

/** What the beats worker answers to: one analysis, after which it is ended. Its memory grows and never shrinks. */
export interface BeatsWorker {
  analyse(source: MediaSource, onProgress: (progress: BeatsProgress) => void): Promise<BeatGrid>;
}

export interface BeatsProgress {
  readonly stage: 'decoding' | 'listening';
  /** 0 to 1, of the whole analysis. */
  readonly fraction: number;
}
