import type { ClockClient } from '#clients/clock-client.ts';
import { toStudioError } from '#core/errors.ts';
import { QueueLeader } from './queue-leader.ts';
import type { RunTools } from './run-job.ts';

/** After something that should not happen, e.g. a database that cannot be read: then the lead is taken anew. */
const REST_MS = 5_000;

/** Every open tab asks to run the queue of its workspace; a Web Lock picks one, and another when that tab goes away. */
export class QueueRunner {
  readonly #stopped = new AbortController();

  constructor(
    private readonly tools: RunTools,
    private readonly clock: ClockClient,
  ) {}

  /** Resolves when this tab stops running the queue, which it may never have begun to. */
  async run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await navigator.locks.request(`studio-queue-${this.tools.workspace.id}`, { signal }, () => this.#lead());
      } catch (error) {
        if (signal.aborted) return;
        this.tools.workspace.problems.add(toStudioError(error));
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    }
  }

  /** Ends the renders that are under way; the next leader goes on with them. */
  stop(): void {
    this.#stopped.abort();
  }

  async #lead(): Promise<void> {
    const fence = await this.tools.workspace.queue.takeLead();
    await new QueueLeader(this.tools, this.clock, fence, this.#stopped.signal).lead();
  }
}
