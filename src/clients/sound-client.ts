import type { SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { SoundWorker } from '#protocol/sound.ts';
import { WorkerClient } from './worker-client.ts';

/** The preview's sound worker. It remembers what it plays, so it lives as long as its player. */
export class SoundClient {
  readonly #worker = new WorkerClient<SoundWorker>({
    name: 'The sound of the preview',
    start: () => new Worker(new URL('../../workers/sound.ts', import.meta.url), { type: 'module', name: 'sound' }),
    idleMs: Number.POSITIVE_INFINITY,
  });

  load(plan: SoundtrackPlan, media: readonly MediaSource[]): Promise<void> {
    return this.#worker.call((remote) => remote.load(plan, media));
  }

  measure(): Promise<void> {
    return this.#worker.call((remote) => remote.measure());
  }

  start(run: number, fromSample: number): Promise<void> {
    return this.#worker.call((remote) => remote.start(run, fromSample));
  }

  next(run: number): Promise<StereoChunk | null> {
    return this.#worker.call((remote) => remote.next(run));
  }

  end(): Promise<void> {
    return this.#worker.call((remote) => remote.end());
  }

  stop(): void {
    this.#worker.stop();
  }
}
