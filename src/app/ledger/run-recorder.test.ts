import { describe, expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { cancelJob, completeJob, createJob, failJob, interruptJob, type RenderJob, startJob } from '#core/job/job.ts';
import type { Run } from '#core/metrics/run.ts';
import { createProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import { RunRecorder } from './run-recorder.ts';

const settings = renderSettings('9:16', 'normal');
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 9, durationSeconds: 1 };
const error = new StudioError('encoder-failed', 'The encoder failed.');

const pendingJob = (id: string) =>
  createJob({ id, project: createProject('p', 0, 1), settings, priority: 0, estimatedDurationMs: 1 }, 0);

/** Jobs and runs of a workspace in memory, and any number of tabs that look at them. */
class Workspace {
  readonly runs: Run[] = [];
  readonly jobs = new Map<string, RenderJob>();
  readonly failures: unknown[] = [];
  readonly logged: string[] = [];
  now = 0;

  tab(): Tab {
    return new Tab(this);
  }

  knows(jobId: string, startedAt: number): boolean {
    return this.runs.some((run) => run.jobId === jobId && run.startedAt === startedAt);
  }
}

class Tab {
  readonly recorder: RunRecorder;

  constructor(private readonly workspace: Workspace) {
    const { runs, jobs, failures, logged } = workspace;
    this.recorder = new RunRecorder({
      now: () => workspace.now,
      runs: {
        add: async (run) => {
          if (workspace.knows(run.jobId, run.startedAt)) return false;
          runs.unshift(run);
          return true;
        },
        has: async (jobId, startedAt) => workspace.knows(jobId, startedAt),
        hasEarlier: async (jobId, startedAt) => runs.some((run) => run.jobId === jobId && run.startedAt < startedAt),
        list: async (limit) => runs.slice(0, limit),
      },
      jobs: { list: async () => [...jobs.values()] },
      memory: { start: () => undefined, stop: () => 77 },
      storageUsed: async () => 1_000,
      log: { add: (_level, _scope, event) => void logged.push(event) },
      onFailure: (thrown) => void failures.push(thrown),
    });
  }

  /** Commits a row. `seen` is false for a tab that dies before it can write its run. */
  async commit(after: RenderJob, seen = true): Promise<RenderJob> {
    const before = this.workspace.jobs.get(after.id) ?? null;
    this.workspace.jobs.set(after.id, after);
    if (seen) this.recorder.changed({ before, after });
    await new Promise((resolve) => setTimeout(resolve));
    return after;
  }
}

async function failingJobs(workspace: Workspace, count: number): Promise<void> {
  const tab = workspace.tab();
  for (let n = 0; n < count; n++) {
    const running = await tab.commit(startJob(await tab.commit(pendingJob(`failing-${n}`)), 1));
    await tab.commit(failJob(running, error, 2));
  }
}

describe('the recorder of runs', () => {
  test('writes a run with all that was measured when an attempt ends', async () => {
    const workspace = new Workspace();
    const tab = workspace.tab();
    await tab.commit(pendingJob('waiting'));
    const running = await tab.commit(startJob(await tab.commit(pendingJob('a')), 5));
    expect(workspace.runs).toEqual([]);
    await tab.commit(completeJob(running, output, [{ stage: 'rendering', milliseconds: 3 }], 9));
    expect(workspace.runs).toMatchObject([
      {
        jobId: 'a',
        outcome: 'completed',
        waitMs: 5,
        memoryPeakBytes: 77,
        storageBytes: 1_000,
        queueDepth: 1,
        frames: 9,
      },
    ]);
    expect(workspace.failures).toEqual([]);
  });

  test('counts each attempt of one job, and none twice', async () => {
    const workspace = new Workspace();
    const [first, second] = [workspace.tab(), workspace.tab()];
    const running = await first.commit(startJob(await first.commit(pendingJob('a')), 1));
    const again = await second.commit(interruptJob(running));
    const ended = await second.commit(cancelJob(await second.commit(startJob(again, 5)), 8));
    await Promise.all([first.recorder.catchUp(), second.recorder.catchUp()]);
    first.recorder.changed({ before: startJob(again, 5), after: ended });
    await new Promise((resolve) => setTimeout(resolve));
    expect(workspace.runs.map(({ startedAt, outcome, waitMs }) => [startedAt, outcome, waitMs])).toEqual([
      [5, 'cancelled', null],
      [1, 'interrupted', 1],
    ]);
  });

  test('catches up with a run whose tab died after its end', async () => {
    const workspace = new Workspace();
    const dying = workspace.tab();
    const running = await dying.commit(startJob(await dying.commit(pendingJob('a')), 1));
    await dying.commit(completeJob(running, output, [], 9), false);
    expect(workspace.runs).toEqual([]);
    await workspace.tab().recorder.catchUp();
    expect(workspace.runs).toMatchObject([{ jobId: 'a', startedAt: 1, outcome: 'completed' }]);
  });

  test('says once in the log that too many runs fail', async () => {
    const workspace = new Workspace();
    await failingJobs(workspace, 7);
    expect(workspace.logged.filter((event) => event === 'failure-rate-passed-threshold')).toHaveLength(1);
  });
});
