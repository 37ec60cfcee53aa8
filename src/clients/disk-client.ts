import type { DiskWorker } from '#protocol/disk.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 30_000;

/** Finds out how much room there is on the disk, by taking it for a moment. */
export class DiskClient {
  readonly #worker = new WorkerClient<DiskWorker>({
    name: 'The disk check',
    start: () => new Worker(new URL('../../workers/disk.ts', import.meta.url), { type: 'module', name: 'disk' }),
    idleMs: IDLE_MS,
  });

  /** Whether so many more bytes can be stored. @throws StudioError `storage-failed`, `worker-crashed`. */
  hasRoom(directory: string, bytes: number): Promise<boolean> {
    return this.#worker.call((remote) => remote.hasRoom(directory, bytes));
  }

  /** At least how many more bytes can be stored; `isMore` where nobody looked further. @throws as `hasRoom`. */
  findRoom(directory: string, limit: number): Promise<{ readonly bytes: number; readonly isMore: boolean }> {
    return this.#worker.call((remote) => remote.findRoom(directory, limit));
  }

  stop(): void {
    this.#worker.stop();
  }
}
