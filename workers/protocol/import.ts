import type { Limits } from '#core/limits.ts';
import type { ContentHash, MediaFacts, Rendition } from '#core/media/asset.ts';
import type { ImportStep } from '#core/media/import-step.ts';
import type { OwnFont } from '#core/text/own-font.ts';

/** What the import worker answers to: one file at a time is sniffed, checked, hashed and stored. */
export interface ImportWorker {
  /** A font is looked at by loading it. */
  importFont(workspaceId: string, file: File): Promise<ImportedFont>;
  importFile(
    workspaceId: string,
    file: File,
    limits: Limits,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportedFile>;
  /** The same for a file that lies in the origin's private file system already: it is moved, or removed if refused. */
  importReceived(
    workspaceId: string,
    received: ReceivedFile,
    limits: Limits,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportedFile>;
}

/** A font that is now in the store under its hash. */
export type ImportedFont = Pick<OwnFont, 'hash' | 'format' | 'bytes'>;

/** A file that came from elsewhere, written and hashed as it came: nothing has looked into it yet. */
export interface ReceivedFile {
  readonly name: string;
  /** In the origin's private file system. */
  readonly path: string;
  readonly hash: ContentHash;
  readonly bytes: number;
}

export interface ImportProgress {
  readonly step: ImportStep;
  /** Of the step, 0 to 1; 0 where nobody knows. */
  readonly stepFraction: number;
  /** Of the whole file, 0 to 1; never falls. */
  readonly fraction: number;
}

/** A file that is now in the store under its hash. */
export interface ImportedFile {
  readonly hash: ContentHash;
  readonly mimeType: string;
  readonly bytes: number;
  readonly facts: MediaFacts;
  /** A small picture for lists: JPEG, 320 px wide; null for sound. */
  readonly thumbnail: Blob | null;
  /** For clips: JPEGs of 144 px height, from the first picture to the last; else empty. */
  readonly filmstrip: readonly Blob[];
  /** For sound: loudest absolute sample (0 to 1) of equal slices of the whole length; null for pictures. */
  readonly peaks: Float32Array | null;
  /** In the store too; null where the file itself is played. */
  readonly rendition: Rendition | null;
}
