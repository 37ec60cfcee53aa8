import type { BatchDraft } from '#core/batch/batch-row.ts';
import type { BatchRun } from '#core/batch/batch-run.ts';

/** Many videos from one table. The reading calls may be used in `useLiveQuery`. */
export interface Batches {
  /** The table as it was left; null where there was none yet. */
  draft(): Promise<BatchDraft | null>;
  /** @throws StudioError `disk-full`. */
  saveDraft(draft: BatchDraft): Promise<void>;
  /** The batch that is being made, or was last; null where none is. Its jobs stand in the queue like any other. */
  run(): Promise<BatchRun | null>;
  /**
   * Makes a video of each row that is right, and writes down why the others have none. Resolves when all are queued; what
   * a closed page leaves is queued at the next start.
   * @throws StudioError `state-conflict` while another batch is being made.
   */
  start(draft: BatchDraft): Promise<void>;
  /** Queues what an earlier page left. */
  goOn(): Promise<void>;
  /** Cancels each job that has not ended, and what is not queued yet. */
  cancel(): Promise<void>;
  /** Runs each job again that failed or was cancelled, and queues what could not be queued. */
  retry(): Promise<void>;
  /** Ends the batch, so that another may begin. Its jobs stay in the queue. */
  close(): Promise<void>;
  /**
   * Writes each finished video into a folder, beside what is there, and a table of what became of the rows.
   * @returns how many videos it were.
   * @throws StudioError `not-found` where there is none, `cancelled`; what the folder throws.
   */
  saveInto(folder: FileSystemDirectoryHandle, options?: SavingOptions): Promise<number>;
  /**
   * Writes them as one ZIP, piece by piece, and closes the target; one that failed or was cancelled is given up.
   * @throws as `saveInto`.
   */
  writeArchive(target: WritableStream<Uint8Array>, options?: SavingOptions): Promise<number>;
  /**
   * The same ZIP as a file on disk, for browsers that give no target: there until `discard`, or until the page is closed.
   * @throws as `saveInto`, and `disk-full` before anything is written.
   */
  makeArchive(options?: SavingOptions): Promise<BatchArchive>;
}

export interface BatchArchive {
  readonly file: File;
  discard(): Promise<void>;
}

export interface SavingOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1, of all bytes. */
  readonly onProgress?: (fraction: number) => void;
}
