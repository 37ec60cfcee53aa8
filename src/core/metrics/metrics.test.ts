import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJob, startJob } from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { failureAlert } from './failure-alert.ts';
import { RUN_OUTCOMES, type Run, type RunOutcome } from './run.ts';
import { queueMetrics, runMetrics } from './run-metrics.ts';

function run(outcome: RunOutcome, facts: Partial<Run> = {}): Run {
  return {
    ...{ jobId: 'job', name: 'Summer', requestedAt: 0, startedAt: 0, finishedAt: 1_000, waitMs: null, outcome },
    ...{ errorCode: outcome === 'failed' ? 'encoder-failed' : null, stages: [], frames: null },
    ...{ memoryPeakBytes: null, storageBytes: null, queueDepth: 0 },
    ...facts,
  };
}

const times = (outcome: RunOutcome, count: number) => Array.from({ length: count }, () => run(outcome));

describe('metrics of runs', () => {
  test('share time out over the stages of completed runs, by whatever name', () => {
    const stages = (rendering: number) => [
      { stage: 'sound', milliseconds: 10 },
      { stage: 'rendering', milliseconds: rendering },
    ];
    const runs = [
      run('completed', { stages: stages(300) }),
      run('completed', { stages: stages(100) }),
      run('failed', { stages: stages(9_000) }),
      run('completed', { stages: [{ stage: 'thumbnail', milliseconds: 5 }] }),
    ];
    expect(runMetrics(runs).stages).toEqual([
      { stage: 'sound', count: 2, p50: 10, p95: 10, p99: 10 },
      { stage: 'rendering', count: 2, p50: 100, p95: 300, p99: 300 },
      { stage: 'thumbnail', count: 1, p50: 5, p95: 5, p99: 5 },
    ]);
  });

  test('count neither cancelled nor interrupted runs for or against success', () => {
    const runs = [
      ...times('completed', 3),
      ...times('failed', 1),
      ...times('cancelled', 5),
      ...times('interrupted', 5),
    ];
    expect(runMetrics(runs)).toMatchObject({ successRate: 0.75, outcomes: { cancelled: 5, interrupted: 5 } });
    expect(runMetrics(times('cancelled', 2)).successRate).toBeNull();
  });

  test('tell waits of first attempts and the most memory that a run held', () => {
    const runs = [
      run('completed', { waitMs: 20, memoryPeakBytes: 5 }),
      run('failed', { waitMs: 80 }),
      run('completed'),
    ];
    expect(runMetrics(runs)).toMatchObject({ wait: { count: 2, p50: 20, p99: 80 }, memoryPeakBytes: 5 });
    expect(runMetrics([])).toMatchObject({ wait: null, memoryPeakBytes: null, length: null, successRate: null });
  });
});

test('the queue is as deep as its waiting jobs, and as slow as the one that has waited longest', () => {
  const settings = renderSettings('9:16', 'normal');
  const request = { id: 'job', project: createProject('p', 0, 1), settings, priority: 0, estimatedDurationMs: 1 };
  const waiting = [createJob(request, 1_000), createJob(request, 4_000)];
  const running = startJob(createJob(request, 0), 500);
  expect(queueMetrics([...waiting, running], 5_000)).toEqual({ waiting: 2, running: 1, longestWaitMs: 4_000 });
  expect(queueMetrics([running], 5_000)).toEqual({ waiting: 0, running: 1, longestWaitMs: null });
});

describe('the failure alert', () => {
  test('comes with the fifth failure of the last ten, not before', () => {
    expect(failureAlert([...times('failed', 4), ...times('completed', 6)])).toBeNull();
    expect(failureAlert([...times('failed', 5), ...times('completed', 5)])).toMatchObject({ failed: 5, of: 10 });
    expect(failureAlert(times('failed', 4))).toBeNull();
    expect(failureAlert(times('failed', 5))).toMatchObject({ failed: 5, of: 5, mostFrequentError: 'encoder-failed' });
  });

  test('goes as later renders succeed', () => {
    expect(failureAlert([...times('completed', 6), ...times('failed', 9)])).toBeNull();
  });

  test('does not depend on what was cancelled or interrupted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RUN_OUTCOMES)), (outcomes) => {
        const runs = outcomes.map((outcome) => run(outcome));
        const decided = runs.filter(({ outcome }) => outcome === 'completed' || outcome === 'failed');
        expect(failureAlert(runs)).toEqual(failureAlert(decided));
      }),
    );
  });
});
