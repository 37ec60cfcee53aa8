import type { RenderJob } from '#core/job/job.ts';
import type { Queue, QueuedJob, QueueState } from '#core/queue/queue.ts';
import { takeLead, takeNext } from '#core/queue/take.ts';
import type { WorkspaceDatabase } from './database.ts';
import type { JobStore } from './job-store.ts';
import { expectLeader, readQueue } from './leadership.ts';
import { namingErrors } from './storage-error.ts';

/** The queue's row together with the jobs in it: each change is one transaction over both, by a pure operation. */
export class QueueStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly jobs: JobStore,
  ) {}

  get(): Promise<Queue> {
    return readQueue(this.database);
  }

  /** The queue and its unfinished jobs. */
  async state(): Promise<QueueState> {
    // Both are asked for before anything is awaited: so a live query is sure to watch both tables.
    const [queue, jobs] = await Promise.all([this.get(), this.jobs.open()]);
    return { queue, jobs };
  }

  change(change: (queue: Queue) => Queue): Promise<Queue> {
    return this.#write(async () => {
      const changed = change(await readQueue(this.database));
      await this.database.queue.put(changed);
      return changed;
    });
  }

  /** Changes all unfinished jobs and the queue. */
  changeAll(change: (state: QueueState) => QueueState): Promise<QueueState> {
    return this.#write(async () => {
      const changed = change(await this.state());
      await this.database.queue.put(changed.queue);
      await this.database.jobs.bulkPut([...changed.jobs]);
      return changed;
    });
  }

  /** Changes one job and the queue. @throws StudioError `not-found`, or what `change` throws. */
  update(id: string, change: (queued: QueuedJob) => QueuedJob): Promise<RenderJob> {
    return this.#write(async () => await this.#put(change({ job: await this.jobs.get(id), queue: await this.get() })));
  }

  /** As `update`, for the tab that leads. @throws as `update`, and StudioError `state-conflict` once another leads. */
  updateAsLeader(fence: number, id: string, change: (queued: QueuedJob) => QueuedJob): Promise<RenderJob> {
    return this.#write(async () => {
      const queue = await expectLeader(this.database, fence);
      return await this.#put(change({ job: await this.jobs.get(id), queue }));
    });
  }

  /** Makes this tab the leader. What the one before it left running waits again. @returns the fence of this lead. */
  async takeLead(): Promise<number> {
    return (await this.changeAll(takeLead)).queue.fence;
  }

  /**
   * Starts the next job. @returns null where none may start.
   * @throws StudioError `state-conflict` once another tab leads.
   */
  takeNext(fence: number, limit: number, now: number): Promise<RenderJob | null> {
    return this.#write(async () => {
      const queue = await expectLeader(this.database, fence);
      const taken = takeNext({ queue, jobs: await this.jobs.open() }, limit, now);
      return taken && (await this.#put(taken));
    });
  }

  async #put({ job, queue }: QueuedJob): Promise<RenderJob> {
    await this.database.queue.put(queue);
    await this.database.jobs.put(job);
    return job;
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    const written = this.database.transaction('rw', [this.database.jobs, this.database.queue], work);
    return namingErrors(written, 'the state of the exports');
  }
}
