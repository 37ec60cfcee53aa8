import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import type { WorkspaceDatabase } from './database.ts';
import { createFile, onceReleased, removeDirectory } from './files/file-system.ts';
import { partPath, partsDirectory } from './files/paths.ts';
import { expectLeader } from './leadership.ts';
import { renderPartSchema } from './schema/render-part.ts';
import { namingErrors } from './storage-error.ts';

/** Parts of unfinished renders: their rows, and the folder in which their files lie. */
export class SegmentStore {
  constructor(
    private readonly workspaceId: string,
    private readonly database: WorkspaceDatabase,
  ) {}

  /** Where a job's files lie, each under its part's index. */
  folder(jobId: string): string {
    return partsDirectory(this.workspaceId, jobId);
  }

  /**
   * Makes the files of parts that are to come. A file's bytes are flushed when they are written, its place in the
   * folder is not: so the places are there long before the rows that count on them.
   */
  async reserve(jobId: string, indices: readonly PartIndex[]): Promise<void> {
    for (const index of indices) await createFile(partPath(this.folder(jobId), index));
  }

  /** The parts that are committed, the pictures in order. A damaged row counts as not there: it is rendered again. */
  async list(jobId: string): Promise<RenderPart[]> {
    const rows = await this.database.segments.where({ jobId }).toArray();
    return rows.flatMap((row) => {
      const { success, data } = renderPartSchema.safeParse(row);
      return success ? [data] : [];
    });
  }

  /**
   * From here on the part is kept. Its file is on disk already.
   * @throws StudioError `state-conflict` once another tab leads the queue.
   */
  async commit(fence: number, part: RenderPart): Promise<void> {
    await this.#writeAsLeader(fence, () => this.database.segments.put(part));
  }

  /** Parts that have to be rendered again. @throws as `commit` */
  async forget(fence: number, jobId: string, indices: readonly PartIndex[]): Promise<void> {
    await this.#writeAsLeader(fence, () => this.database.segments.bulkDelete(indices.map((index) => [jobId, index])));
  }

  /** Rows first: a file that no row names is swept, a row without a file would be trusted. */
  async removeAll(jobId: string): Promise<void> {
    await namingErrors(this.database.segments.where({ jobId }).delete());
    await onceReleased(() => removeDirectory(this.folder(jobId)));
  }

  async #writeAsLeader(fence: number, write: () => PromiseLike<unknown>): Promise<void> {
    const { database } = this;
    const work = database.transaction('rw', [database.segments, database.queue], async () => {
      await expectLeader(database, fence);
      await write();
    });
    await namingErrors(work, 'a part of the export');
  }
}
