import type { StudioError } from '#core/errors.ts';
import type { AssetSource } from '#core/library/source.ts';
import type { AssetId, MediaAsset, MediaKind } from '#core/media/asset.ts';
import type { ImportStep } from '#core/media/import-step.ts';
import type { AssetLookup } from '#core/plan/plan-sources.ts';

/** Imported media. The reading calls may be used in `useLiveQuery`: they touch the tables that they answer from. */
export interface AssetLibrary {
  /** Each file succeeds or fails alone; the answers come in the order of the files, an archive's in its place. */
  importFiles(files: readonly File[], options?: ImportOptions): Promise<ImportOutcome[]>;
  /** The same for files at `https:` addresses, which are loaded a few at a time; what was cut off goes on by itself. */
  importAddresses(addresses: readonly string[], options?: ImportOptions): Promise<ImportOutcome[]>;
  list(kind?: MediaKind): Promise<MediaAsset[]>;
  lookup(ids: readonly AssetId[]): Promise<AssetLookup>;
  /** @throws StudioError `state-conflict` while a project uses the asset. */
  remove(id: AssetId): Promise<void>;
  /** The stored bytes, backed by disk. @throws StudioError `not-found`. */
  file(id: AssetId): Promise<File>;
  /** What is shown and exported: the rendition of a file that browsers cannot decode, else `file`. @throws as `file` */
  playable(id: AssetId): Promise<File>;
  thumbnail(id: AssetId): Promise<Blob | null>;
  /** Small pictures of a clip (JPEG, 144 px high), from its first to its last; empty for all else. */
  filmstrip(id: AssetId): Promise<readonly Blob[]>;
  peaks(id: AssetId): Promise<Float32Array | null>;
}

export interface ImportOptions {
  /** Where files come from that are not the person's own, such as a recording. */
  readonly source?: AssetSource;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportQueueProgress) => void;
  /**
   * Called with each outcome as soon as it is known. An archive has one for each file in it, all with its own index.
   * @param index of the file or address among those that were asked for.
   */
  readonly onFile?: (outcome: ImportOutcome, index: number) => void;
}

export interface ImportQueueProgress {
  readonly file: string;
  readonly fileIndex: number;
  readonly fileCount: number;
  readonly step: ImportStep;
  /** 0 to 1, of this step of this file; 0 where nobody knows. */
  readonly stepFraction: number;
  /** 0 to 1, of all bytes; of all files where these come from addresses. */
  readonly fraction: number;
  /** Until a file from an address is loaded, in seconds; null until there is something to measure by. */
  readonly etaSeconds?: number | null;
  /** The connection was cut: it is tried again by itself. */
  readonly waiting?: boolean;
}

export type ImportOutcome =
  | { readonly ok: true; readonly asset: MediaAsset }
  | { readonly ok: false; readonly file: string; readonly error: StudioError };
