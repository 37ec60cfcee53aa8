import type { VideoWriter, VideoWriterPlan } from './video-writer.ts';

/** What is heard beside pictures that are on their way into a file. Whoever opened it closes it, also after an error. */
export interface SoundBeside {
  /**
   * Puts into the file what begins by `time`, in seconds of the new file, and one packet more: the media library keeps
   * pictures in memory until it has a later packet of every other track. Infinity is all that is left.
   */
  bringTo(time: number): Promise<void>;
  close(): Promise<void>;
}

/** The sounds of a file that is to be written. */
export interface PlannedSound {
  readonly tracks: VideoWriterPlan['sounds'];
  /** @param writer of a file with these tracks. */
  open(writer: VideoWriter): Promise<SoundBeside>;
}
