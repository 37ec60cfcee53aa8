import type { StorageUsage } from '#core/disk/storage-usage.ts';

/** Where everything is kept: what takes how much room, and what may go. */
export interface Disk {
  /** What uses what, by looking at every file. May be used in `useLiveQuery`. */
  usage(): Promise<StorageUsage>;
  room(): Promise<DiskRoom>;
  /** Brings a project or export back from the trash. @throws StudioError `not-found`. */
  restore(id: string): Promise<void>;
  /** Deletes things in the trash for good. */
  erase(ids: readonly string[]): Promise<void>;
  /** Deletes all media that no project uses, in the trash or not. @returns how many there were. */
  removeUnusedMedia(): Promise<number>;
  /** Beats and best parts are found again where they are needed. */
  forgetAnalyses(): Promise<void>;
  /** A file that was left when a database was gone. @throws StudioError `not-found`. */
  rescued(name: string): Promise<File>;
  removeRescued(name: string): Promise<void>;
  /** Takes such a file back into the library, where `title` is its name. @throws StudioError when it is no media. */
  importRescued(name: string, title: string): Promise<void>;
  /** Days that finished videos are kept; null keeps them until they are deleted by hand. May be used in `useLiveQuery`. */
  resultDays(): Promise<number | null>;
  /** From the next cleaning on: at a start, and once a day while a page is open. */
  keepResults(days: number | null): Promise<void>;
  /** Whether the browser will not delete anything by itself. */
  isProtected(): Promise<boolean>;
  /** Asks the browser for that; it may ask the person. @returns whether it agreed. */
  protect(): Promise<boolean>;
  /** Called when the stored things were deleted while the page was open, until the returned function is called. */
  onVanished(listener: () => void): () => void;
}

/** How much more can be stored, in bytes. */
export interface DiskRoom {
  /** At least so much, found out by trying. */
  readonly bytes: number;
  /** True where nobody looked further. */
  readonly isMore: boolean;
  /** What the browser says: an artificial figure in Chromium. */
  readonly claimedBytes: number;
}
