import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type {
  ArchiveWork,
  PackedWorkspace,
  PackRequest,
  UnpackedWorkspace,
  UnpackRequest,
  WorkspaceArchiveWorker,
} from '#protocol/workspace-archive.ts';
import { type CallOptions, WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;

/** Rows are read and written in one go: thousands of them take their time. */
const SILENCE_MS = 60_000;

export interface ArchiveOptions {
  readonly onProgress: (progress: ArchiveWork) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Packs and unpacks whole workspaces off the page's thread, one at a time. A cancel is the worker's own to carry out: one
 * that is killed in the middle of a file keeps it locked for seconds.
 */
export class WorkspaceArchiveClient {
  readonly #worker = new WorkerClient<WorkspaceArchiveWorker>({
    name: 'The work on the archive',
    start: () =>
      new Worker(new URL('../../workers/workspace-archive.ts', import.meta.url), {
        type: 'module',
        name: 'workspace-archive',
      }),
    idleMs: IDLE_MS,
  });

  /** How large the files of a workspace are together, in bytes. */
  measure(workspaceId: string): Promise<number> {
    return this.#worker.call((remote) => remote.measure(workspaceId), watching('a workspace'));
  }

  /** @throws StudioError `disk-full`, `storage-failed`, `cancelled`, `worker-crashed`. */
  pack(request: PackRequest, { onProgress, signal }: ArchiveOptions): Promise<PackedWorkspace> {
    const work = this.#worker.call(
      (remote, alive) => remote.pack(request, telling(alive, onProgress)),
      watching(request.name),
    );
    return this.#cancelling(work, signal);
  }

  /** @throws StudioError `file-damaged`, `file-unsupported`, `state-conflict`, `disk-full`, `cancelled`, `worker-crashed`. */
  unpack(request: UnpackRequest, { onProgress, signal }: ArchiveOptions): Promise<UnpackedWorkspace> {
    const work = this.#worker.call(
      (remote, alive) => remote.unpack(request, telling(alive, onProgress)),
      watching(request.archive.name),
    );
    return this.#cancelling(work, signal);
  }

  async #cancelling<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const cancel = () => {
      // Where the worker is gone, `work` says so.
      this.#worker.call((remote) => remote.cancel()).catch(() => undefined);
    };
    signal?.addEventListener('abort', cancel);
    try {
      if (signal?.aborted) cancel();
      return await work;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
}

function telling(alive: () => void, onProgress: (progress: ArchiveWork) => void) {
  return proxy((progress: ArchiveWork) => {
    alive();
    onProgress(progress);
  });
}

function watching(name: string): CallOptions {
  return { silence: { milliseconds: SILENCE_MS, error: () => hanging(name) } };
}

function hanging(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'storage-failed',
    `The work on “${name}” made no progress for ${limit} seconds, so it was given up. Close other programs, and try again.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
