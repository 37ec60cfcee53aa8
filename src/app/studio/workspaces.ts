import type { Workspace } from '#core/workspace/workspace.ts';

/** All workspaces of this browser. One is open in this page; each tab may have another one open. */
export interface Workspaces extends WorkspaceArchives {
  /** The oldest first. May be used in `useLiveQuery`. */
  list(): Promise<readonly Workspace[]>;
  /** An empty one; `open` shows it. @throws StudioError `input-invalid`, `state-conflict` for a name that is taken. */
  create(name: string): Promise<Workspace>;
  /** @throws StudioError `not-found`, `input-invalid`, `state-conflict` for a name that is taken. */
  rename(id: string, name: string): Promise<Workspace>;
  /**
   * Opens another workspace in this tab: the page loads anew. What is being exported here rests until this workspace is
   * open again, in any tab.
   * @throws StudioError `not-found`.
   */
  open(id: string): Promise<void>;
  /**
   * Deletes a workspace with everything in it, for good. Other tabs that have it open are shown another one; from the
   * answer on nobody sees it, its files go as soon as those tabs let go of them.
   * @throws StudioError `not-found`, `state-conflict` for the one that is open here, and for the last one.
   */
  remove(id: string): Promise<void>;
}

/** Whole workspaces as archives, one after the other in the order in which they were asked for. */
export interface WorkspaceArchives {
  /**
   * All assets with their files, projects, finished videos, folders and what was found out about media, in one ZIP
   * archive; not the log, the trash and exports that have not ended.
   * @throws StudioError `not-found`, `disk-full`, `cancelled`, `worker-crashed`.
   */
  exportWhole(id: string, options?: ArchiveOptions): Promise<ExportedWorkspace>;
  /**
   * A new workspace from such an archive, under its name, with a number behind it where that is taken. Whole or not at
   * all: what fails leaves nothing behind.
   * @throws StudioError `file-damaged`, `file-unsupported`, `state-conflict` where a newer studio made it, `disk-full`,
   * `too-many-items`, `cancelled`, `worker-crashed`.
   */
  importWhole(archive: File, options?: ArchiveOptions): Promise<Workspace>;
}

export interface ArchiveOptions {
  readonly onProgress?: ((progress: ArchiveProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of media and videos, in bytes. */
export interface ArchiveProgress {
  readonly done: number;
  readonly total: number;
}

export interface ExportedWorkspace {
  /** Backed by disk: there until `discard`, or until the page is closed. */
  readonly file: File;
  /** What could not be exported, in words: damaged rows, and things whose files are gone. */
  readonly leftOut: readonly string[];
  /** Frees its room once it is saved or not wanted. */
  discard(): Promise<void>;
}
