import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import type { HighlightsWorker } from '#protocol/highlights.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
const SILENCE_MS = 15_000;

export interface HighlightsRequest {
  readonly clip: MediaSource;
  /** 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** Looks through clips off the page's thread. A cancel ends the worker: only one clip may be in it. */
export class HighlightsClient {
  readonly #worker = new WorkerClient<HighlightsWorker>({
    name: 'The search for the best part',
    start: () =>
      new Worker(new URL('../../workers/highlights.ts', import.meta.url), { type: 'module', name: 'highlights' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError `decoder-failed`, `cancelled`, `worker-crashed`. */
  analyse({ clip, onProgress, signal }: HighlightsRequest): Promise<HighlightCurve> {
    return this.#worker.call(
      (remote, alive) =>
        remote.analyse(
          clip,
          proxy((fraction: number) => {
            alive();
            onProgress(fraction);
          }),
        ),
      { signal, silence: { milliseconds: SILENCE_MS, error: () => hanging(clip.name) } },
    );
  }
}

function hanging(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'decoder-failed',
    `Looking through ${name} made no progress for ${limit} seconds, so it was given up. Choose the part to show by hand.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
