import { proxy } from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { RenderProgress } from '#core/job/job.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderRequest, RenderResult, RenderWorker } from '#protocol/render.ts';
import { WorkerClient } from './worker-client.ts';

/** Between two exports in a row the worker stays; its memory is given back soon after. */
const IDLE_MS = 5_000;
/** ffmpeg.wasm loads 30 MB before its first report, and a slow machine draws a heavy frame in seconds. */
const SILENCE_MS = 60_000;

/** Renders in a worker of its own, one at a time. Cancelling ends the worker. */
export class RenderClient {
  readonly #worker = new WorkerClient<RenderWorker>({
    name: 'The render',
    start: () => new Worker(new URL('../../workers/render.ts', import.meta.url), { type: 'module', name: 'render' }),
    idleMs: IDLE_MS,
  });

  probe(): Promise<RenderCapabilities> {
    return this.#worker.call((remote) => remote.probe(), { silence: SILENCE });
  }

  render(
    request: RenderRequest,
    onProgress: (progress: RenderProgress) => void,
    signal?: AbortSignal,
  ): Promise<RenderResult> {
    return this.#worker.call(
      (remote, alive) =>
        remote.render(
          request,
          proxy((progress: RenderProgress) => {
            alive();
            onProgress(progress);
          }),
        ),
      { signal, silence: SILENCE },
    );
  }

  stop(): void {
    this.#worker.stop();
  }
}

const SILENCE = {
  milliseconds: SILENCE_MS,
  error: () =>
    new StudioError('render-stalled', `The render made no progress for ${SILENCE_MS / 1000} seconds and was ended.`, {
      rule: `progress within ${SILENCE_MS / 1000} seconds`,
    }),
};
