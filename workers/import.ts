import { inspectFile } from '#engine/media/inspect-file.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { ImportProgress, ImportWorker } from '#protocol/import.ts';
import { storeMedia } from '#storage/files/store-media.ts';

/** A long track reports thousands of chunks: one in this many milliseconds is sign of life enough. */
const REPORT_INTERVAL_MS = 100;

exposeWorker<ImportWorker>({
  async importFile(workspaceId, file, limits, onProgress) {
    let reportedAt = Number.NEGATIVE_INFINITY;
    const report = (step: ImportProgress['step'], doneBytes: number) => {
      const now = performance.now();
      if (now - reportedAt < REPORT_INTERVAL_MS) return;
      reportedAt = now;
      onProgress({ step, doneBytes, totalBytes: file.size });
    };
    report('checking', 0);
    // Stored last: a file that is refused never takes up space.
    const inspected = await inspectFile(file, limits, () => report('reading', 0));
    const hash = await storeMedia(workspaceId, file, (done) => report('storing', done));
    return { hash, bytes: file.size, ...inspected };
  },
});
