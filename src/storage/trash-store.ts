import { z } from 'zod';
import type { TrashItem } from '#core/disk/trash.ts';
import { StudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { Project } from '#core/project/project.ts';
import type { WorkspaceDatabase } from './database.ts';
import type { JobStore } from './job-store.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { readProject } from './schema/project.ts';
import { namingErrors } from './storage-error.ts';

/** A row that was taken out of its own table: nobody who lists that table has to know of the trash. */
export interface TrashRow extends TrashItem {
  /** As it stood there. */
  readonly row: RenderJob | Project;
}

const itemSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(['project', 'export']),
  name: z.string(),
  deletedAt: z.number(),
});

/** Removed projects and finished exports, until they are brought back or deleted for good. Files stay where they are. */
export class TrashStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly jobs: JobStore,
    private readonly problems: ProblemLog,
  ) {}

  /**
   * Removes the row of a finished job; one that has a video goes to the trash.
   * @returns whether it did: the files of one that did not are the caller's to delete.
   * @throws StudioError `not-found`, `state-conflict`.
   */
  discardExport(id: string, now: number): Promise<boolean> {
    const { database } = this;
    const work = database.transaction('rw', database.jobs, database.trash, async () => {
      const job = await this.jobs.remove(id);
      if (job.status !== 'completed') return false;
      await database.trash.put({ id, kind: 'export', name: job.project.name, deletedAt: now, row: job });
      return true;
    });
    return namingErrors(work);
  }

  /** One that is not there counts as removed. */
  discardProject(id: string, now: number): Promise<void> {
    const { projects, trash } = this.database;
    const work = this.database.transaction('rw', projects, trash, async () => {
      const row = await projects.get(id);
      if (row === undefined) return;
      await projects.delete(id);
      await trash.put({ id, kind: 'project', name: row.name, deletedAt: now, row });
    });
    return namingErrors(work);
  }

  /** @throws StudioError `not-found`. */
  restore(id: string): Promise<TrashItem> {
    const { database } = this;
    const tables = [database.jobs, database.projects, database.trash];
    const work = database.transaction('rw', tables, async () => {
      const found = await database.trash.get(id);
      if (found === undefined) throw notInTrash(id);
      const { row, ...item } = found;
      if ('projectId' in row) await database.jobs.add(row);
      else await database.projects.add(row);
      await database.trash.delete(id);
      return item;
    });
    return namingErrors(work);
  }

  /** Takes rows out for good; the files of exports are the caller's to delete afterwards. */
  async remove(ids: readonly string[]): Promise<void> {
    await namingErrors(this.database.trash.bulkDelete([...ids]));
  }

  async has(id: string): Promise<boolean> {
    return (await this.database.trash.get(id)) !== undefined;
  }

  async list(): Promise<TrashItem[]> {
    return readable(await this.database.trash.toArray(), read, this.problems);
  }

  /** Those that a person may bring back: they still use their media. */
  async projects(): Promise<Project[]> {
    return projectsInTrash(await this.database.trash.toArray(), this.problems);
  }
}

export function projectsInTrash(rows: readonly TrashRow[], problems: ProblemLog): Project[] {
  const stored = rows.filter(({ kind }) => kind === 'project').map(({ row }) => row);
  return readable(stored, readProject, problems);
}

function read(row: unknown): TrashItem {
  return checkRow(itemSchema, row, 'trash');
}

function notInTrash(id: string): StudioError {
  return new StudioError('not-found', 'This is no longer in the trash: it was brought back, or deleted for good.', {
    rule: 'is in the trash',
    value: id,
  });
}
