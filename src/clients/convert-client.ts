import { proxy } from 'comlink';
import type { ConvertibleFile } from '#core/convert/conversion.ts';
import type { ConvertedBytes, ConvertRequest, ConvertWork, ConvertWorker } from '#protocol/convert.ts';
import type { ToolFile } from '#protocol/tool-file.ts';
import { makingSilence, readingSilence } from './tool-silence.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
const DOING = 'Converting';

export interface ConvertOptions {
  readonly onProgress: (progress: ConvertWork) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Converts files off the page's thread. A cancel ends the worker: one file at a time. */
export class ConvertClient {
  readonly #worker = new WorkerClient<ConvertWorker>({
    name: 'The converter',
    start: () => new Worker(new URL('../../workers/convert.ts', import.meta.url), { type: 'module', name: 'convert' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError naming the file; `cancelled`; `worker-crashed`. */
  describe(file: ToolFile, signal?: AbortSignal): Promise<ConvertibleFile> {
    return this.#worker.call((remote) => remote.describe(file), { signal, silence: readingSilence(DOING, file.name) });
  }

  /** @throws as `describe`; `encoder-failed`, `decoder-failed`, `disk-full`. */
  convert(request: ConvertRequest, { onProgress, signal }: ConvertOptions): Promise<ConvertedBytes> {
    return this.#worker.call(
      (remote, alive) =>
        remote.convert(
          request,
          proxy((progress: ConvertWork) => {
            alive();
            onProgress(progress);
          }),
        ),
      { signal, silence: makingSilence(DOING, request.file.name) },
    );
  }
}
