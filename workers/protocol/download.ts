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
  /**
   * A file of a speech model, kept on this machine from its first use.
   * @param sha256 of its bytes in hex; null takes what comes.
   * @param onProgress 0 to 1; not called for a file that is kept.
   */
  modelFile(address: string, sha256: string | null, onProgress: (fraction: number) => void): Promise<Blob>;
}

export interface DownloadProgressReport {
  /** Bytes on disk, of `total`; null where the server did not say how many there are. */
  readonly done: number;
  readonly total: number | null;
  readonly etaSeconds: number | null;
  /** The connection was cut and is tried again by itself. */
  readonly waiting: boolean;
}
