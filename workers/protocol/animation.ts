import type { MediaSource } from './media-source.ts';

/** What the animation worker answers to: one clip at a time becomes a moving preview. Cancelling means ending the worker. */
export interface AnimationWorker {
  /** Null where this browser cannot make one. */
  animate(clip: MediaSource, onAlive: () => void): Promise<Blob | null>;
}
