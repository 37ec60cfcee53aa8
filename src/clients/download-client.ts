import { proxy } from 'comlink';
import type { DownloadProgressReport, DownloadWorker } from '#protocol/download.ts';
import type { ReceivedFile } from '#protocol/import.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 1_000;

export interface DownloadRequest {
  readonly workspaceId: string;
  /** Checked already. */
  readonly address: string;
  /** Names what has arrived of it. */
  readonly key: string;
  readonly onProgress: (progress: DownloadProgressReport) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Loads one file at a time from an address, in a worker, which watches for silence itself: it lasts minutes there. */
export class DownloadClient {
  readonly #worker = new WorkerClient<DownloadWorker>({
    name: 'The download',
    start: () =>
      new Worker(new URL('../../workers/download.ts', import.meta.url), { type: 'module', name: 'download' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError as `downloadFile` does; `state-conflict`, `cancelled`, `worker-crashed`. */
  download({ workspaceId, address, key, onProgress, signal }: DownloadRequest): Promise<ReceivedFile> {
    return this.#worker.call((remote) => remote.download(workspaceId, address, key, proxy(onProgress)), { signal });
  }

  /** @throws StudioError as `ModelCache.file` does; `cancelled`, `worker-crashed`. */
  modelFile(
    address: string,
    sha256: string | null,
    onProgress: (fraction: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Blob> {
    return this.#worker.call((remote) => remote.modelFile(address, sha256, proxy(onProgress)), { signal });
  }
}
