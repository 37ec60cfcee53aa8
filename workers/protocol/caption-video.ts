import type { CaptionStyling } from '#core/captions/caption-clips.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { Size } from '#core/geometry.ts';
import type { ToolFile } from './tool-file.ts';

/** What the worker that captions videos answers to: one at a time. Ending it is how a call is cancelled. */
export interface CaptionVideoWorker {
  describe(file: ToolFile): Promise<CaptionedDescription>;
  /**
   * Writes the file with its captions, to a path of the origin's private file system.
   * @param onFrames how many pictures are done.
   */
  caption(request: CaptionVideoRequest, onFrames: (frames: number) => void): Promise<CaptionedFrames>;
}

export interface CaptionedDescription {
  readonly durationSeconds: number;
  readonly frames: number;
  /** As a viewer sees it. */
  readonly size: Size;
  /** About how large the file with captions in its pictures will be. */
  readonly burnedBytes: number;
}

export interface CaptionVideoRequest {
  readonly file: ToolFile;
  /** In order, none over another; seconds from the first picture. */
  readonly cues: readonly Cue[];
  readonly place: CaptionPlace;
  readonly path: string;
}

/** In the pictures, or beside them as a track that a player can turn on and off. */
export type CaptionPlace =
  | { readonly kind: 'burned'; readonly styling: CaptionStyling }
  | {
      readonly kind: 'track';
      readonly container: 'mp4' | 'mkv';
      /** ISO 639-1. */
      readonly language: string;
    };

export interface CaptionedFrames {
  readonly bytes: number;
  readonly frames: number;
}
