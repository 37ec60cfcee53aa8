import { transfer } from 'comlink';
import type { Size } from '#core/geometry.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { PreviewWorker } from '#protocol/preview.ts';
import { WorkerClient } from './worker-client.ts';

/** The preview's worker. It owns a canvas that cannot be handed over twice, so it lives as long as its player. */
export class PreviewClient {
  readonly #worker = new WorkerClient<PreviewWorker>({
    name: 'The preview',
    start: () => new Worker(new URL('../../workers/preview.ts', import.meta.url), { type: 'module', name: 'preview' }),
    idleMs: Number.POSITIVE_INFINITY,
  });

  attach(canvas: OffscreenCanvas): Promise<void> {
    return this.#worker.call((remote) => remote.attach(transfer(canvas, [canvas])));
  }

  resize(size: Size): Promise<void> {
    return this.#worker.call((remote) => remote.resize(size));
  }

  load(timeline: Timeline, media: readonly MediaSource[]): Promise<void> {
    return this.#worker.call((remote) => remote.load(timeline, media));
  }

  draw(frame: number): Promise<void> {
    return this.#worker.call((remote) => remote.draw(frame));
  }

  stop(): void {
    this.#worker.stop();
  }
}
