import { liveQuery } from 'dexie';
import { toStudioError } from '#core/errors.ts';
import { nextJob, type RenderJob, requeueJob } from '#core/job/job.ts';
import { type RunTools, removeOutputs, runJob } from './run-job.ts';

const REST_MS = 5_000;

/**
 * Runs the queue of a workspace, one job at a time. Every open tab asks to be the one; a Web Lock picks it, and hands
 * the queue on when that tab goes away.
 */
export class QueueRunner {
  readonly #stopped = new AbortController();

  constructor(private readonly tools: RunTools) {}

  /** Resolves when this tab stops running the queue, which it may never have begun to. */
  async run(): Promise<void> {
    const { signal } = this.#stopped;
    try {
      await navigator.locks.request(`studio-queue-${this.tools.workspace.id}`, { signal }, () => this.#lead());
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Ends a render that is under way; the next tab runs it again. */
  stop(): void {
    this.#stopped.abort();
  }

  async #lead(): Promise<void> {
    await this.#takeOver();
    while (!this.#stopped.signal.aborted) {
      const job = nextJob(await this.tools.workspace.jobs.open());
      if (job) await this.#runOrRest(job);
      else await this.#untilWork();
    }
  }

  /** Where not even the row can be written, the queue rests a while instead of ending, or of trying without a pause. */
  async #runOrRest(job: RenderJob): Promise<void> {
    try {
      await this.#runWatched(job);
    } catch (error) {
      this.tools.workspace.problems.add(toStudioError(error));
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }

  /** Only the leader renders: a job that runs as it takes over was left behind by a tab that died. */
  async #takeOver(): Promise<void> {
    const { workspace } = this.tools;
    const open = await workspace.jobs.open();
    for (const { id } of open.filter((job) => job.status === 'processing')) {
      await removeOutputs(workspace.id, id);
      await workspace.jobs.update(id, (row) => (row.status === 'processing' ? requeueJob(row) : row));
    }
  }

  /** Any tab may cancel by changing the row: this one sees it and ends the worker. */
  async #runWatched(job: RenderJob): Promise<void> {
    const cancelled = new AbortController();
    const { workspace } = this.tools;
    let started = false;
    const watch = liveQuery(() => workspace.jobs.get(job.id)).subscribe({
      next: ({ status }) => {
        // Pending again after it had started: it was cancelled and asked for anew before this tab looked.
        if (status === 'cancelled' || (status === 'pending' && started)) cancelled.abort();
        started ||= status === 'processing';
      },
      // A row that cannot be read any more is nothing to render for.
      error: (error) => cancelled.abort(toStudioError(error)),
    });
    try {
      await runJob(this.tools, job, AbortSignal.any([cancelled.signal, this.#stopped.signal]));
    } finally {
      watch.unsubscribe();
    }
  }

  #untilWork(): Promise<void> {
    const { workspace } = this.tools;
    const { signal } = this.#stopped;
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        watch.unsubscribe();
        signal.removeEventListener('abort', onStop);
        finish();
      };
      const watch = liveQuery(() => workspace.jobs.open()).subscribe({
        next: (jobs) => {
          // The first answer may come before `watch` is assigned: settle in a turn of its own.
          if (nextJob(jobs)) queueMicrotask(() => settle(resolve));
        },
        error: (error) => queueMicrotask(() => settle(() => reject(error))),
      });
      const onStop = () => settle(resolve);
      signal.addEventListener('abort', onStop);
    });
  }
}
