import { z } from 'zod';
import type { TrashItem } from '#core/disk/trash.ts';
import { StudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Project } from '#core/project/project.ts';
import { type AssetStore, readAsset, tablesBesideAssets } from './asset-store.ts';
import type { WorkspaceDatabase } from './database.ts';
import type { JobStore } from './job-store.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { projectsInTrash } from './projects-in-trash.ts';
import { checkRow } from './schema/checked.ts';
import { namingErrors } from './storage-error.ts';

/** A row that was taken out of its own table, as it stood there: nobody who lists that table has to know of the trash. */
export type TrashRow =
  | (TrashItem & { readonly kind: 'project'; readonly row: Project })
  | (TrashItem & { readonly kind: 'export'; readonly row: RenderJob })
  | (TrashItem & { readonly kind: 'asset'; readonly row: MediaAsset });

const itemSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(['project', 'export', 'asset']),
  name: z.string(),
  deletedAt: z.number(),
});

/** Removed projects, finished exports and assets, until they are brought back or deleted for good. Files stay where they are. */
export class TrashStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly jobs: JobStore,
    private readonly assets: AssetStore,
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

  /** @throws StudioError `not-found`, or `state-conflict` while a project, a waiting render or the brand kit uses it. */
  discardAsset(id: string, now: number): Promise<void> {
    const { assets, projects, jobs, trash, settings } = this.database;
    const work = this.database.transaction('rw', [assets, projects, jobs, trash, settings], async () => {
      const asset = await this.assets.takeOut(id);
      await trash.put({ id, kind: 'asset', name: asset.name, deletedAt: now, row: asset });
    });
    return namingErrors(work);
  }

  /** @throws StudioError `not-found`. */
  restore(id: string): Promise<TrashItem> {
    const { database } = this;
    const tables = [database.jobs, database.projects, database.assets, database.trash];
    const work = database.transaction('rw', tables, async () => {
      const found = await database.trash.get(id);
      if (found === undefined) throw notInTrash(id);
      if (found.kind === 'export') await database.jobs.add(found.row);
      else if (found.kind === 'project') await database.projects.add(found.row);
      else await database.assets.add(found.row);
      await database.trash.delete(id);
      const { row: _row, ...item } = found;
      return item;
    });
    return namingErrors(work);
  }

  /** Takes rows out for good, with all that is beside an asset; the files are the caller's to delete afterwards. */
  remove(ids: readonly string[]): Promise<void> {
    const { database } = this;
    const tables = [database.trash, ...tablesBesideAssets(database)];
    const work = database.transaction('rw', tables, async () => {
      const rows = await database.trash.bulkGet([...ids]);
      for (const found of rows) if (found?.kind === 'asset') await this.assets.forget(found.row);
      await database.trash.bulkDelete([...ids]);
    });
    return namingErrors(work);
  }

  async has(id: string): Promise<boolean> {
    return (await this.database.trash.get(id)) !== undefined;
  }

  async list(): Promise<TrashItem[]> {
    return readable(await this.database.trash.toArray(), read, this.problems);
  }

  /** Media that a person may bring back: its bytes are kept. */
  async media(): Promise<MediaAsset[]> {
    const rows = await this.database.trash.toArray();
    const stored = rows.flatMap(({ kind, row }) => (kind === 'asset' ? [row] : []));
    return readable(stored, readAsset, this.problems);
  }

  /** Those that a person may bring back: they still use their media. */
  async projects(): Promise<Project[]> {
    return projectsInTrash(await this.database.trash.toArray(), this.problems);
  }
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
