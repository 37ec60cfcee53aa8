import type { Conversion, ConvertibleFile } from '#core/convert/conversion.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { ToolFile } from './tool-file.ts';

/** What the worker that converts files answers to: one at a time. Ending it is how a call is cancelled. */
export interface ConvertWorker {
  describe(file: ToolFile): Promise<ConvertibleFile>;
  /** Writes the new file to a path of the origin's private file system. */
  convert(request: ConvertRequest, onProgress: (progress: ConvertWork) => void): Promise<ConvertedBytes>;
}

export interface ConvertRequest {
  readonly file: ToolFile;
  /** As `describe` found it. */
  readonly described: ConvertibleFile;
  readonly conversion: Conversion;
  /** Of sound beside pictures that is encoded anew. */
  readonly audio: AudioSettings;
  readonly path: string;
}

export interface ConvertWork {
  readonly step: ConvertStep;
  /** Pictures, or seconds of sound; of `total` in all. */
  readonly done: number;
  readonly total: number;
}

/** Drawing is the first half of an animation: its pictures are encoded once all of them are there. */
export type ConvertStep = 'converting' | 'drawing' | 'encoding';

export interface ConvertedBytes {
  readonly bytes: number;
  /** Null where there are no pictures. */
  readonly frames: number | null;
}
