import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { ImportedFile, ImportedFont, ImportProgress, ImportWorker, ReceivedFile } from '#protocol/import.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 30_000;
const SILENCE_MS = 10_000;

export interface ImportRequest {
  readonly workspaceId: string;
  readonly file: File | ReceivedFile;
  readonly limits: Limits;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Brings files into the store, off the page's thread. */
export class ImportClient {
  readonly #worker = new WorkerClient<ImportWorker>({
    name: 'The import',
    start: () => new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module', name: 'import' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming file, rule and value; `cancelled`; `worker-crashed`. */
  importFile({ workspaceId, file, limits, onProgress, signal }: ImportRequest): Promise<ImportedFile> {
    return this.#worker.call(
      (remote, alive) => {
        const report = proxy((progress: ImportProgress) => {
          alive();
          onProgress(progress);
        });
        return file instanceof File
          ? remote.importFile(workspaceId, file, limits, report)
          : remote.importReceived(workspaceId, file, limits, report);
      },
      { signal, silence: { milliseconds: SILENCE_MS, error: () => hangingFile(file.name) } },
    );
  }

  /** @throws StudioError naming file, rule and value; `worker-crashed`. */
  importFont(workspaceId: string, file: File): Promise<ImportedFont> {
    return this.#worker.call((remote) => remote.importFont(workspaceId, file), {
      silence: { milliseconds: SILENCE_MS, error: () => hangingFile(file.name) },
    });
  }

  stop(): void {
    this.#worker.stop();
  }
}

function hangingFile(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'file-damaged',
    `Reading ${name} made no progress for ${limit} seconds, so it was given up. The file is damaged or of an odd kind: convert it, or use another one.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
