import { StudioError } from '#core/errors.ts';
import { openArchive } from '#engine/archive/open-archive.ts';
import { ArchiveWriter } from '#engine/archive/write-archive.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { throttled } from '#protocol/throttle.ts';
import type { WorkspaceArchiveWorker } from '#protocol/workspace-archive.ts';
import { listForPacking, packWorkspace } from '#storage/archive/pack-workspace.ts';
import { unpackWorkspace } from '#storage/archive/unpack-workspace.ts';
import { WorkspaceDatabase } from '#storage/database.ts';
import { openSinkStream } from '#storage/files/sink-stream.ts';

let canceller = new AbortController();

exposeWorker<WorkspaceArchiveWorker>({
  cancel: () => canceller.abort(),

  measure: (workspaceId) =>
    withDatabase(workspaceId, async (database) => (await listForPacking(workspaceId, database)).bytes),

  pack: cancellable(async (signal, { workspaceId, name, path, now }, onProgress) => {
    const list = await withDatabase(workspaceId, (database) => listForPacking(workspaceId, database));
    const tell = throttled(onProgress);
    const writer = new ArchiveWriter(await openSinkStream(path));
    try {
      await packWorkspace(list, { name, exportedAt: now }, writer, signal, (done) => {
        tell({ done, total: list.bytes });
      });
      await writer.close();
    } catch (error) {
      await writer.discard(error);
      throw error;
    }
    return { leftOut: list.leftOut };
  }),

  unpack: cancellable(async (signal, { workspaceId, archive, now }, onProgress) => {
    const tell = throttled(onProgress);
    const source = await openArchive(archive, archive.name);
    try {
      return await unpackWorkspace(source, workspaceId, now, (done, total) => {
        signal.throwIfAborted();
        tell({ done, total });
      });
    } finally {
      await source.close();
    }
  }),
});

/** Begins a call that `cancel` ends: whatever it fails with then is `cancelled`. */
function cancellable<Request, Answer, Tell>(
  work: (signal: AbortSignal, request: Request, onProgress: Tell) => Promise<Answer>,
): (request: Request, onProgress: Tell) => Promise<Answer> {
  return async (request, onProgress) => {
    canceller = new AbortController();
    const { signal } = canceller;
    try {
      return await work(signal, request, onProgress);
    } catch (error) {
      throw signal.aborted ? new StudioError('cancelled', 'Cancelled.') : error;
    }
  };
}

async function withDatabase<T>(workspaceId: string, work: (database: WorkspaceDatabase) => Promise<T>): Promise<T> {
  const database = new WorkspaceDatabase(workspaceId);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
