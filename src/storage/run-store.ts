import { Dexie } from 'dexie';
import type { Run } from '#core/metrics/run.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { runSchema } from './schema/run.ts';
import { namingErrors } from './storage-error.ts';

/** Runs that are kept: those that ended last. */
const CAPACITY = 2_000;

/** Ended attempts of jobs, each once: its job and start are unique. */
export class RunStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** @returns false where this run is known already. @throws StudioError `disk-full`, `storage-failed`. */
  add(run: Run): Promise<boolean> {
    const { runs } = this.database;
    const work = this.database.transaction('rw', runs, async () => {
      const known = await runs.where('[jobId+startedAt]').equals([run.jobId, run.startedAt]).count();
      if (known > 0) return false;
      await runs.add(run);
      const surplus = (await runs.count()) - CAPACITY;
      if (surplus > 0) await runs.bulkDelete(await runs.orderBy('finishedAt').limit(surplus).primaryKeys());
      return true;
    });
    return namingErrors(work);
  }

  async has(jobId: string, startedAt: number): Promise<boolean> {
    return (await this.database.runs.where('[jobId+startedAt]').equals([jobId, startedAt]).count()) > 0;
  }

  async hasEarlier(jobId: string, startedAt: number): Promise<boolean> {
    const earlier = this.database.runs
      .where('[jobId+startedAt]')
      .between([jobId, Dexie.minKey], [jobId, startedAt], true, false);
    return (await earlier.count()) > 0;
  }

  /** Newest first. */
  async list(limit: number = CAPACITY): Promise<Run[]> {
    const rows = await this.database.runs.orderBy('finishedAt').reverse().limit(limit).toArray();
    return readable(rows, (row) => checkRow(runSchema, row, 'runs'), this.problems);
  }
}
