/** What the worker answers to that packs and unpacks whole workspaces: one at a time. */
export interface WorkspaceArchiveWorker {
  /** Ends the call in hand, which tidies up and rejects with `cancelled`: a worker that is killed keeps its files locked. */
  cancel(): void;
  /** How large the archive's files are together, in bytes. */
  measure(workspaceId: string): Promise<number>;
  /** Writes an archive to a path of the origin's private file system. */
  pack(request: PackRequest, onProgress: (progress: ArchiveWork) => void): Promise<PackedWorkspace>;
  /** Fills a new, empty workspace. */
  unpack(request: UnpackRequest, onProgress: (progress: ArchiveWork) => void): Promise<UnpackedWorkspace>;
}

export interface PackRequest {
  readonly workspaceId: string;
  /** As the archive calls it. */
  readonly name: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface UnpackRequest {
  readonly workspaceId: string;
  readonly archive: File;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Of media and videos, in bytes. */
export interface ArchiveWork {
  readonly done: number;
  readonly total: number;
}

export interface PackedWorkspace {
  /** In words: rows that are damaged, and things whose files are gone. */
  readonly leftOut: readonly string[];
}

export interface UnpackedWorkspace {
  /** As the archive calls it. */
  readonly name: string;
}
