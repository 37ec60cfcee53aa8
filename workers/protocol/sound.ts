import type { SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { MediaSource } from './media-source.ts';

/** What the preview's sound worker answers to. It mixes as the export does; the page plays what it gives. */
export interface SoundWorker {
  /** Replaces what is mixed, which is silent until `start`. */
  load(plan: SoundtrackPlan, media: readonly MediaSource[]): Promise<void>;
  /**
   * Finds the gain that the export will have. From then on it is that of what plays too; before, sound is as loud as
   * its files are.
   */
  measure(): Promise<void>;
  /** Begins to mix at a sample, and ends what was mixed before. @param run names it for `next`. */
  start(run: number, fromSample: number): Promise<void>;
  /** The next tenth of a second or so; null after the last, or when this run has been ended. */
  next(run: number): Promise<StereoChunk | null>;
  /** Ends what is mixed and lets go of its decoders. */
  end(): Promise<void>;
}
