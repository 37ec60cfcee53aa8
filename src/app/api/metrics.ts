import type { JobStatus } from '#core/job/job.ts';
import { type QueueMetrics, queueMetrics, type RunMetrics, runMetrics } from '#core/metrics/run-metrics.ts';
import type { Studio } from '../studio.ts';
import type { MetricsOptions } from './arguments.ts';

export interface StudioMetrics {
  readonly assets: number;
  readonly projects: number;
  readonly jobs: Readonly<Record<JobStatus, number>>;
  /** How full the queue is now. */
  readonly queue: QueueMetrics;
  /** Over the attempts of exports that have ended, also of those whose job was removed since: at most the last 2,000. */
  readonly runs: RunMetrics;
  /** What the app holds on disk, as the browser tells. */
  readonly storageUsedBytes: number | null;
}

export async function metrics(studio: Studio, { since = 0 }: MetricsOptions = {}): Promise<StudioMetrics> {
  const [assets, projects, jobs, runs, estimate] = await Promise.all([
    studio.assets.list(),
    studio.projects.list(),
    studio.exports.list(),
    studio.ledger.runs(),
    navigator.storage.estimate(),
  ]);
  const count = (status: JobStatus) => jobs.filter((job) => job.status === status).length;
  return {
    assets: assets.length,
    projects: projects.length,
    jobs: {
      pending: count('pending'),
      processing: count('processing'),
      completed: count('completed'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
    queue: queueMetrics(jobs, Date.now()),
    runs: runMetrics(runs.filter((run) => run.finishedAt >= since)),
    storageUsedBytes: estimate.usage ?? null,
  };
}
