import { liveQuery } from 'dexie';
import type { ClockClient } from '#clients/clock-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { concurrencyOf, type QueuedJob, type QueueState } from '#core/queue/queue.ts';
import { completeQueued, failQueued } from '#core/queue/settle.ts';
import { nextJob, nextWake } from '#core/queue/take.ts';
import { Bell } from './bell.ts';
import { tidyJobFiles } from './job-files.ts';
import type { RunTools, StopReason } from './run-job.ts';

/** Between tries to store how a run ended, in milliseconds. */
const RETRY_WRITE_MS = 2_000;

/** A run of a job in this tab, from its start until its files are tidied. */
interface Run {
  readonly cancel: AbortController;
  /** It was stopped, or is over and being stored: from here on its row need not say `processing`. */
  ending: boolean;
  ended: Promise<void>;
}

/**
 * One lead of the queue: runs what is due until another tab leads or this one stops. Rows are the only word that counts:
 * any tab changes them, this one looks at each change and starts or stops its runs accordingly.
 */
export class QueueLeader {
  readonly #runs = new Map<string, Run>();
  readonly #bell = new Bell();
  #alarm = new AbortController();
  #alarmAt: number | null = null;
  #failure: unknown;

  constructor(
    private readonly tools: RunTools,
    private readonly clock: ClockClient,
    private readonly fence: number,
    private readonly stopped: AbortSignal,
  ) {}

  /** @throws what the database threw, after every run has ended. */
  async lead(): Promise<void> {
    const { queue } = this.tools.workspace;
    const ring = () => this.#bell.ring();
    const watch = liveQuery(() => queue.state()).subscribe({ next: ring, error: (error) => this.#fail(error) });
    this.stopped.addEventListener('abort', ring);
    try {
      while (await this.#look()) await this.#bell.rung();
    } finally {
      this.stopped.removeEventListener('abort', ring);
      watch.unsubscribe();
      this.#alarm.abort();
      for (const run of this.#runs.values()) stop(run, 'stopped');
      await Promise.all([...this.#runs.values()].map((run) => run.ended));
    }
  }

  /** @returns false once this tab does not lead any more. */
  async #look(): Promise<boolean> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.stopped.aborted) return false;
    const { queue } = this.tools.workspace;
    // Read anew: what the watch saw may be older than the last start.
    let state = await queue.state();
    if (state.queue.fence !== this.fence) return false;
    this.#stopRuns(state);
    const limit = concurrencyOf(state.queue, navigator.hardwareConcurrency);
    // A run that is ending may still hold its files, and be the next to run: nothing starts until it is over.
    while (!this.#isEnding() && nextJob(state, limit, Date.now())) {
      const job = await queue.takeNext(this.fence, limit, Date.now());
      if (!job) break;
      this.#start(job);
      state = await queue.state();
    }
    this.#setAlarm(nextWake(state, limit, Date.now()));
    return true;
  }

  /** Any tab may cancel or pause by changing the row. */
  #stopRuns({ jobs }: QueueState): void {
    for (const [id, run] of this.#runs) {
      const row = jobs.find((job) => job.id === id);
      // An unfinished row that waits was paused, or cancelled and asked for anew: either way it goes on later.
      if (!run.ending && row?.status !== 'processing') stop(run, row ? 'paused' : 'cancelled');
    }
  }

  #isEnding(): boolean {
    return [...this.#runs.values()].some((run) => run.ending);
  }

  #start(job: RenderJob): void {
    const run: Run = { cancel: new AbortController(), ending: false, ended: Promise.resolve() };
    this.#runs.set(job.id, run);
    run.ended = this.#run(job, run)
      .catch((error: unknown) => this.tools.workspace.problems.add(toStudioError(error)))
      .finally(() => {
        this.#runs.delete(job.id);
        this.#bell.ring();
      });
  }

  async #run(job: RenderJob, run: Run): Promise<void> {
    const { signal } = run.cancel;
    const change = await this.#outcomeOf(job, signal);
    run.ending = true;
    if (!signal.aborted) await this.#settle(job.id, change, signal);
    // Whoever leads by now may have begun the job anew: its files are that tab's.
    const { queue } = this.tools.workspace;
    if (signal.reason === 'stopped' || (await queue.get()).fence !== this.fence) return;
    await tidyJobFiles(this.tools.workspace, job.id);
  }

  async #outcomeOf(job: RenderJob, signal: AbortSignal): Promise<(queued: QueuedJob) => QueuedJob> {
    try {
      const { runJob } = await import('./run-job.ts');
      const result = await runJob(this.tools, job, this.fence, signal);
      return (queued) => completeQueued(queued, result, Date.now());
    } catch (thrown) {
      const error = toStudioError(thrown);
      return (queued) => failQueued(queued, error, Date.now());
    }
  }

  /** Until the row could be written: a full disk must not lose a finished video. */
  async #settle(id: string, change: (queued: QueuedJob) => QueuedJob, signal: AbortSignal): Promise<void> {
    const { queue, problems } = this.tools.workspace;
    while (!signal.aborted) {
      try {
        await queue.updateAsLeader(this.fence, id, change);
        return;
      } catch (thrown) {
        const error = toStudioError(thrown);
        // Cancelled, paused or removed in this very moment, or another tab leads: that stands.
        if (error.code === 'state-conflict' || error.code === 'not-found') return;
        problems.add(error);
        await this.#pause(RETRY_WRITE_MS, signal);
      }
    }
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    try {
      await this.clock.wait(milliseconds, signal);
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  }

  #setAlarm(at: number | null): void {
    if (at === this.#alarmAt) return;
    this.#alarm.abort();
    this.#alarmAt = at;
    if (at === null) return;
    this.#alarm = new AbortController();
    this.clock.wait(at - Date.now(), this.#alarm.signal).then(
      () => {
        this.#alarmAt = null;
        this.#bell.ring();
      },
      (error) => {
        if (!isCancelled(error)) this.#fail(error);
      },
    );
  }

  #fail(error: unknown): void {
    this.#failure = error;
    this.#bell.ring();
  }
}

function stop(run: Run, reason: StopReason): void {
  run.ending = true;
  run.cancel.abort(reason);
}

function isCancelled(error: unknown): boolean {
  return error instanceof StudioError && error.code === 'cancelled';
}
