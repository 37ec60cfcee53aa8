import type { StudioError } from '#core/errors.ts';
import type { Arrival } from '#core/library/arrival.ts';
import type { Filing } from '#core/library/filing.ts';
import type { Folder } from '#core/library/folders.ts';
import type { AssetUse } from '#core/library/where-used.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { ImportOptions, ImportOutcome } from './assets.ts';

/** How imported media is put away and found again. The reading calls may be used in `useLiveQuery`. */
export interface Library {
  folders(): Promise<Folder[]>;
  /** Of those assets that were put away at all. */
  filings(): Promise<Filing[]>;
  /** Files on their way in, and those that did not get there with the reason; newest first. */
  arrivals(): Promise<Arrival[]>;
  /**
   * As `AssetLibrary.importFiles`, with each file among the arrivals until it is there: what failed stays, with the
   * reason, until it is dismissed.
   */
  importFiles(files: readonly File[], options?: LibraryImportOptions): Promise<ImportOutcome[]>;
  /** The same with `AssetLibrary.importAddresses`; asked for again, what was cut off goes on from there. */
  importAddresses(addresses: readonly string[], options?: LibraryImportOptions): Promise<ImportOutcome[]>;
  /** Takes failed imports off the list. */
  dismissArrivals(ids: readonly string[]): Promise<void>;
  /** What each asset is used in; those that are used nowhere are not in it. */
  whereUsed(): Promise<ReadonlyMap<AssetId, readonly AssetUse[]>>;
  /** @throws StudioError `input-invalid`, `not-found`. */
  rename(id: AssetId, name: string): Promise<void>;
  setFavourite(ids: readonly AssetId[], isFavourite: boolean): Promise<void>;
  /** @throws StudioError `input-invalid`, or `too-many-items`; then no asset has the tag. */
  addTag(ids: readonly AssetId[], tag: string): Promise<void>;
  removeTag(ids: readonly AssetId[], tag: string): Promise<void>;
  /** @param folderId null for no folder. @throws StudioError `not-found`. */
  moveTo(ids: readonly AssetId[], folderId: string | null): Promise<void>;
  /** @returns its id. @throws StudioError `input-invalid`, `state-conflict`, `too-many-items`. */
  createFolder(name: string, parentId: string | null): Promise<string>;
  /** @throws as `createFolder`, and `not-found`. */
  renameFolder(id: string, name: string): Promise<void>;
  /** @throws as `renameFolder` */
  moveFolder(id: string, parentId: string | null): Promise<void>;
  /** With the folders in it; its assets go one folder further out. @throws StudioError `not-found`. */
  removeFolder(id: string): Promise<void>;
  /** Moves assets to the trash, each alone; `Disk.restore` brings one back, to the folder that it was in. */
  discard(ids: readonly AssetId[]): Promise<DiscardOutcome>;
}

export interface LibraryImportOptions extends ImportOptions {
  /** Where they are filed; null, the default, for no folder. */
  readonly folderId?: string | null;
}

export interface DiscardOutcome {
  readonly discarded: readonly AssetId[];
  /** Why the others were not: what uses them. */
  readonly refused: readonly { readonly id: AssetId; readonly error: StudioError }[];
}
