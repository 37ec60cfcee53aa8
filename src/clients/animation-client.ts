import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { AnimationWorker } from '#protocol/animation.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import { WorkerClient } from './worker-client.ts';

const IDLE_MS = 5_000;
const SILENCE_MS = 25_000;

/** Makes moving previews off the page's thread. A cancel ends the worker: only one clip may be in it. */
export class AnimationClient {
  readonly #worker = new WorkerClient<AnimationWorker>({
    name: 'The moving preview',
    start: () =>
      new Worker(new URL('../../workers/animation.ts', import.meta.url), { type: 'module', name: 'animation' }),
    idleMs: IDLE_MS,
  });

  /** @throws StudioError `decoder-failed`, `cancelled`, `worker-crashed`. */
  animate(clip: MediaSource, signal: AbortSignal): Promise<Blob | null> {
    return this.#worker.call((remote, alive) => remote.animate(clip, proxy(alive)), {
      signal,
      silence: { milliseconds: SILENCE_MS, error: () => hanging(clip.name) },
    });
  }
}

function hanging(name: string): StudioError {
  const limit = SILENCE_MS / 1000;
  return new StudioError(
    'decoder-failed',
    `Making a moving preview of ${name} made no progress for ${limit} seconds, so it was given up. Its still pictures stay.`,
    { file: name, rule: `progress within ${limit} seconds`, value: limit },
  );
}
