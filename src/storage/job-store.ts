import { StudioError } from '#core/errors.ts';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import type { WorkspaceDatabase } from './database.ts';
import { expectLeader } from './leadership.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { jobSchema } from './schema/job.ts';
import { namingErrors } from './storage-error.ts';

/** Rows of render jobs. */
export class JobStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  async add(job: RenderJob): Promise<void> {
    await namingErrors(this.database.jobs.add(job), `the export of “${job.project.name}”`);
  }

  /** @throws StudioError `not-found`. */
  async get(id: string): Promise<RenderJob> {
    const row = await this.database.jobs.get(id);
    if (row === undefined) throw jobNotFound(id);
    return read(row);
  }

  /** Newest first. */
  async list(): Promise<RenderJob[]> {
    const rows = await this.database.jobs.orderBy('createdAt').reverse().toArray();
    return readable(rows, read, this.problems);
  }

  /** How many have a video. */
  countCompleted(): Promise<number> {
    return this.database.jobs.where('status').equals('completed').count();
  }

  /** Those that wait and those that run. */
  async open(): Promise<RenderJob[]> {
    const rows = await this.database.jobs.where('status').anyOf('pending', 'processing').toArray();
    return readable(rows, read, this.problems);
  }

  /**
   * Changes a job by a pure transition: what another tab did meanwhile is seen, not overwritten.
   * @throws StudioError `not-found`, or what `change` throws.
   */
  update(id: string, change: (job: RenderJob) => RenderJob): Promise<RenderJob> {
    const work = this.database.transaction('rw', this.database.jobs, async () => {
      const changed = change(await this.get(id));
      await this.database.jobs.put(changed);
      return changed;
    });
    return namingErrors(work, 'the state of an export');
  }

  /**
   * As `update`, for the tab that leads the queue.
   * @throws StudioError `state-conflict` once another tab leads, `not-found`, or what `change` throws.
   */
  updateAsLeader(fence: number, id: string, change: (job: RenderJob) => RenderJob): Promise<RenderJob> {
    const { database } = this;
    const work = database.transaction('rw', [database.jobs, database.queue], async () => {
      await expectLeader(database, fence);
      return await this.update(id, change);
    });
    return namingErrors(work, 'the state of an export');
  }

  /** Removes the row of a finished job. @throws StudioError `not-found`, `state-conflict`. */
  remove(id: string): Promise<RenderJob> {
    const work = this.database.transaction('rw', this.database.jobs, async () => {
      const job = await this.get(id);
      if (!isFinished(job)) {
        throw new StudioError('state-conflict', 'This export is still running. Cancel it first, then remove it.', {
          rule: 'job is finished',
          value: job.status,
        });
      }
      await this.database.jobs.delete(id);
      return job;
    });
    return namingErrors(work);
  }
}

function read(row: unknown): RenderJob {
  return checkRow(jobSchema, row, 'jobs');
}

function jobNotFound(id: string): StudioError {
  return new StudioError('not-found', 'This export does not exist any more.', { rule: 'job exists', value: id });
}
