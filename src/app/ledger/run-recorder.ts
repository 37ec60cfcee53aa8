import type { RenderJob } from '#core/job/job.ts';
import type { RowChange } from '#core/log/row-change.ts';
import { type FailureAlert, failureAlert } from '#core/metrics/failure-alert.ts';
import { type Attempt, endedAttempt, lastAttempt, type Run } from '#core/metrics/run.ts';
import type { LogWriter } from './log-writer.ts';
import type { MemorySampler } from './memory-sampler.ts';

export interface RunTools {
  readonly now: () => number;
  readonly runs: {
    add(run: Run): Promise<boolean>;
    has(jobId: string, startedAt: number): Promise<boolean>;
    hasEarlier(jobId: string, startedAt: number): Promise<boolean>;
    list(limit: number): Promise<Run[]>;
  };
  readonly jobs: { list(): Promise<RenderJob[]> };
  readonly memory: Pick<MemorySampler, 'start' | 'stop'>;
  /** In bytes; null where the browser does not tell. */
  readonly storageUsed: () => Promise<number | null>;
  readonly log: Pick<LogWriter, 'add'>;
  readonly onFailure: (thrown: unknown) => void;
}

/** Enough to see whether the last run changed the alert: cancelled and interrupted ones stand in between. */
export const ALERT_DEPTH = 100;

/**
 * Makes one run of each ended attempt, from the changes of its job's row alone: whoever runs jobs need not know. The tab
 * that commits the end writes the run; if it dies in between, `catchUp` does. A run that is known is not counted again.
 */
export class RunRecorder {
  constructor(private readonly tools: RunTools) {}

  /** Called after each committed change of this tab. */
  changed(change: RowChange<RenderJob>): void {
    const { before, after } = change;
    const begins = after?.status === 'processing' && after.startedAt !== before?.startedAt;
    const ended = endedAttempt(change, this.tools.now());
    if (ended) this.#record(ended, this.tools.memory.stop(ended.jobId)).catch(this.tools.onFailure);
    if (begins) {
      this.tools.memory.start(after.id);
      const { id: job, attempts: attempt, settings, steppedDownFrom } = after;
      const facts = { job, attempt, quality: settings.quality, steppedDownFrom };
      this.tools.log.add('info', 'export', 'attempt-started', facts);
    }
  }

  /** Writes runs whose tab died after their end, or that ended before there was a ledger. @throws StudioError. */
  async catchUp(): Promise<void> {
    for (const job of await this.tools.jobs.list()) {
      const last = lastAttempt(job);
      if (last && !(await this.tools.runs.has(last.jobId, last.startedAt))) await this.#record(last, null);
    }
  }

  async #record(attempt: Attempt, memoryPeakBytes: number | null): Promise<void> {
    const { runs, jobs, storageUsed, log } = this.tools;
    const { outcome, errorCode, requestedAt, startedAt, finishedAt, jobId: job } = attempt;
    const [all, storageBytes, isAgain] = await Promise.all([
      jobs.list(),
      storageUsed(),
      runs.hasEarlier(job, startedAt),
    ]);
    const waitMs = isAgain ? null : Math.max(0, startedAt - requestedAt);
    const queueDepth = all.filter(({ status }) => status === 'pending').length;
    const run = { ...attempt, waitMs, memoryPeakBytes, storageBytes, queueDepth };
    if (!(await runs.add(run))) return;
    const level = outcome === 'failed' ? 'error' : 'info';
    log.add(level, 'export', 'attempt-ended', { job, outcome, errorCode, ms: finishedAt - startedAt });
    const alert = newAlert(await runs.list(ALERT_DEPTH), run);
    if (alert) log.add('error', 'export', 'failure-rate-passed-threshold', { ...alert });
  }
}

/** The alert that the newest run brought about; one that was caught up with is old news. */
function newAlert(runs: readonly Run[], { jobId, startedAt }: Run): FailureAlert | null {
  if (runs[0]?.jobId !== jobId || runs[0].startedAt !== startedAt) return null;
  return failureAlert(runs.slice(1)) === null ? failureAlert(runs) : null;
}
