import type { Run } from './run.ts';
import { isDecided } from './run-metrics.ts';

/** When so many renders fail that something is wrong beyond a single video. */
export interface FailureRule {
  /** Runs that are looked at: the newest that completed or failed. */
  readonly window: number;
  /** Of `window`, 0 to 1. Fewer runs than the window cannot be judged milder: the missing ones count as good. */
  readonly threshold: number;
}

export const FAILURE_RULE: FailureRule = { window: 10, threshold: 0.5 };

export interface FailureAlert {
  readonly failed: number;
  /** Runs that were looked at. */
  readonly of: number;
  /** The newest failure, in milliseconds since 1970: an alert that was dismissed comes back with the next one. */
  readonly lastFailureAt: number;
  /** The error that stopped most of them. */
  readonly mostFrequentError: string;
}

/** @param runs newest first. */
export function failureAlert(runs: readonly Run[], rule: FailureRule = FAILURE_RULE): FailureAlert | null {
  const recent = runs.filter(isDecided).slice(0, rule.window);
  const failures = recent.filter((run) => run.outcome === 'failed');
  const newest = failures[0];
  if (!newest || failures.length < rule.threshold * rule.window) return null;
  return {
    failed: failures.length,
    of: recent.length,
    lastFailureAt: newest.finishedAt,
    mostFrequentError: mostFrequent(failures.map((run) => run.errorCode ?? 'unexpected')),
  };
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
