import type { RenderJob } from '../job/job.ts';
import { type Spread, spreadOf } from './percentile.ts';
import type { Run, RunOutcome } from './run.ts';

/** What runs have in common. Lengths are in milliseconds. */
export interface RunMetrics {
  readonly outcomes: Readonly<Record<RunOutcome, number>>;
  /** As `successRate`. */
  readonly successRate: number | null;
  /** Of completed runs, in the order in which stages run. */
  readonly stages: readonly StageMetrics[];
  /** Whole attempts, of those that completed; null before the first. */
  readonly length: Spread | null;
  /** In the queue, before a first attempt; null before the first. */
  readonly wait: Spread | null;
  /** The most that a run held; null where no run was measured. */
  readonly memoryPeakBytes: number | null;
}

export interface StageMetrics extends Spread {
  readonly stage: string;
}

/** @param runs newest first. */
export function runMetrics(runs: readonly Run[]): RunMetrics {
  const completed = runs.filter((run) => run.outcome === 'completed');
  const count = (outcome: RunOutcome) => runs.filter((run) => run.outcome === outcome).length;
  const peaks = present(runs.map((run) => run.memoryPeakBytes));
  return {
    outcomes: {
      completed: completed.length,
      failed: count('failed'),
      cancelled: count('cancelled'),
      interrupted: count('interrupted'),
    },
    successRate: successRate(runs),
    stages: stageMetrics(completed),
    length: spreadOf(completed.map((run) => run.finishedAt - run.startedAt)),
    wait: spreadOf(present(runs.map((run) => run.waitMs))),
    memoryPeakBytes: peaks.length === 0 ? null : Math.max(...peaks),
  };
}

/**
 * Completed of completed and failed, 0 to 1: what a person cancelled or a closed tab interrupted says nothing of how
 * well renders work. Null before the first of either.
 */
export function successRate(runs: readonly Run[]): number | null {
  const decided = runs.filter(isDecided);
  if (decided.length === 0) return null;
  return decided.filter((run) => run.outcome === 'completed').length / decided.length;
}

export function isDecided({ outcome }: Run): boolean {
  return outcome === 'completed' || outcome === 'failed';
}

/** Stages by whatever name they had: those of the newest run first in their order, then older ones that are no more. */
function stageMetrics(completed: readonly Run[]): StageMetrics[] {
  const times = new Map<string, number[]>();
  for (const { stage, milliseconds } of completed.flatMap((run) => run.stages)) {
    times.set(stage, [...(times.get(stage) ?? []), milliseconds]);
  }
  return [...times].flatMap(([stage, values]) => {
    const spread = spreadOf(values);
    return spread ? [{ stage, ...spread }] : [];
  });
}

/** How full the queue is. */
export interface QueueMetrics {
  readonly waiting: number;
  readonly running: number;
  /** Of the job that has waited longest for its first attempt, in milliseconds; null where none waits for it. */
  readonly longestWaitMs: number | null;
}

/** @param now in milliseconds since 1970. */
export function queueMetrics(jobs: readonly RenderJob[], now: number): QueueMetrics {
  const waiting = jobs.filter((job) => job.status === 'pending');
  const waits = waiting.filter((job) => job.attempts === 0).map((job) => Math.max(0, now - job.createdAt));
  return {
    waiting: waiting.length,
    running: jobs.filter((job) => job.status === 'processing').length,
    longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
  };
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
