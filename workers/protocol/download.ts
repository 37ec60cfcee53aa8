import type { ReceivedFile } from './import.ts';

/** What the download worker answers to: one address at a time. Ending the worker keeps what has arrived. */
export interface DownloadWorker {
  /**
   * @param address checked already.
   * @param key names what has arrived of it, so that a later call goes on there.
   */
  download(
    workspaceId: string,
    address: string,
    key: string,
    onProgress: (progress: DownloadProgressReport) => void,
  ): Promise<ReceivedFile>;
}

export interface DownloadProgressReport {
  /** Bytes on disk, of `total`; null where the server did not say how many there are. */
  readonly done: number;
  readonly total: number | null;
  readonly etaSeconds: number | null;
  /** The connection was cut and is tried again by itself. */
  readonly waiting: boolean;
}
