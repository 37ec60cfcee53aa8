import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { UnpackedFile, UnpackWorker } from '#protocol/unpack.ts';
import { type CallOptions, WorkerClient } from './worker-client.ts';

const SILENCE_MS = 30_000;

/** Unpacks one archive, file by file, in a worker of its own. Whoever makes it stops it. */
export class UnpackClient {
  readonly #worker = new WorkerClient<UnpackWorker>({
    name: 'The unpacking',
    start: () => new Worker(new URL('../../workers/unpack.ts', import.meta.url), { type: 'module', name: 'unpack' }),
    // The archive in hand is the worker's: while its last file is looked at, it waits.
    idleMs: Number.POSITIVE_INFINITY,
  });

  open(workspaceId: string, archive: File, signal: AbortSignal | undefined): Promise<void> {
    return this.#worker.call((remote) => remote.open(workspaceId, archive), watching(archive, signal));
  }

  /** @throws StudioError `file-damaged`, `too-many-items`, `cancelled`, `worker-crashed`. */
  next(archive: File, signal: AbortSignal | undefined): Promise<UnpackedFile | null> {
    return this.#worker.call(async (remote, alive) => await remote.next(proxy(alive)), watching(archive, signal));
  }

  stop(): void {
    this.#worker.stop();
  }
}

function watching({ name }: File, signal: AbortSignal | undefined): CallOptions {
  return { signal, silence: { milliseconds: SILENCE_MS, error: () => hanging(name) } };
}

function hanging(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'file-damaged',
    `Unpacking ${name} made no progress for ${limit} seconds, so it was given up. Unpack it yourself and choose its files.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
