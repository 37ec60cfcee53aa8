import { proxy } from 'comlink';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { StudioError } from '#core/errors.ts';
import type { BeatsProgress, BeatsWorker } from '#protocol/beats.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import { WorkerClient } from './worker-client.ts';

/** No progress for this long means a loop without end, in milliseconds. */
const SILENCE_MS = 10_000;

export interface BeatsRequest {
  readonly source: MediaSource;
  readonly onProgress: (progress: BeatsProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Listens to tracks, each in a worker of its own: after one abort of its WebAssembly every later call would fail. */
export class BeatsClient {
  /** @throws StudioError naming the file; `cancelled`; `worker-crashed`. */
  async analyse({ source, onProgress, signal }: BeatsRequest): Promise<BeatGrid> {
    const worker = new WorkerClient<BeatsWorker>({
      name: 'Listening for beats',
      start: () => new Worker(new URL('../../workers/beats.ts', import.meta.url), { type: 'module', name: 'beats' }),
      idleMs: Number.POSITIVE_INFINITY,
    });
    try {
      return await worker.call(
        (remote, alive) =>
          remote.analyse(
            source,
            proxy((progress: BeatsProgress) => {
              alive();
              onProgress(progress);
            }),
          ),
        { signal, silence: { milliseconds: SILENCE_MS, error: () => hangingTrack(source.name) } },
      );
    } finally {
      worker.stop();
    }
  }
}

function hangingTrack(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'file-damaged',
    `Listening to ${name} made no progress for ${limit} seconds, so it was given up.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
