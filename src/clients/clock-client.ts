import { StudioError } from '#core/errors.ts';
import type { ClockWorker } from '#protocol/clock.ts';
import { WorkerClient } from './worker-client.ts';

/** Waits that keep their time in a hidden tab, whose own timers the browser slows to one a minute. */
export class ClockClient {
  readonly #worker = new WorkerClient<ClockWorker>({
    name: 'The clock',
    start: () => new Worker(new URL('../../workers/clock.ts', import.meta.url), { type: 'module', name: 'clock' }),
    // It holds next to nothing, and its next wait should not have to load it.
    idleMs: Number.POSITIVE_INFINITY,
  });
  #waits = 0;

  /** @throws StudioError `cancelled` when the signal fires, `worker-crashed`. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    const id = ++this.#waits;
    // Not the call's own signal: that would end the worker, and every other wait with it.
    const onAbort = () => void this.#worker.call((remote) => remote.cancel(id));
    if (!signal.aborted) {
      signal.addEventListener('abort', onAbort);
      try {
        await this.#worker.call((remote) => remote.wait(id, milliseconds));
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    }
    if (signal.aborted) throw new StudioError('cancelled', 'Cancelled.');
  }
}
