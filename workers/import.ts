import { StudioError } from '#core/errors.ts';
import type { Rendition } from '#core/media/asset.ts';
import type { ImportStep } from '#core/media/import-step.ts';
import { inspectFont } from '#engine/fonts/inspect-font.ts';
import { inspectFile } from '#engine/media/inspect-file.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { ImportProgress, ImportWorker, ReceivedFile } from '#protocol/import.ts';
import { readFile, removeFile } from '#storage/files/file-system.ts';
import { adoptMedia, storeMedia } from '#storage/files/store-media.ts';

/** A long track reports thousands of chunks: one in this many milliseconds is sign of life enough. */
const REPORT_INTERVAL_MS = 100;

type WorkerStep = Exclude<ImportStep, 'loading'>;

/** Where on the way through a file each step begins; the last ends at 1. Converting takes by far the longest. */
const STEP_STARTS: Record<WorkerStep, number> = { checking: 0, reading: 0, converting: 0.05, storing: 0.9 };
const STEP_ENDS: Record<WorkerStep, number> = { checking: 0, reading: 0.05, converting: 0.9, storing: 1 };

exposeWorker<ImportWorker>({
  async importFile(workspaceId, file, limits, onProgress) {
    const report = throttled(onProgress);
    report('checking', 0);
    // Stored last: a file that is refused never takes up space.
    const inspected = await inspectFile(file, limits, report);
    const allBytes = file.size + (inspected.rendition?.size ?? 0);
    const hash = await storeMedia(workspaceId, file, (done) => report('storing', done / allBytes));
    const rendition = await storeRendition(workspaceId, file, inspected.rendition, (done) =>
      report('storing', (file.size + done) / allBytes),
    );
    return { hash, bytes: file.size, ...inspected, rendition };
  },

  async importFont(workspaceId, file) {
    const format = await inspectFont(file);
    const hash = await storeMedia(workspaceId, file, () => undefined);
    return { hash, format, bytes: file.size };
  },

  async importReceived(workspaceId, received, limits, onProgress) {
    const report = throttled(onProgress);
    report('checking', 0);
    try {
      const file = await openReceived(received);
      const inspected = await inspectFile(file, limits, report);
      const rendition = await storeRendition(workspaceId, file, inspected.rendition, (done) =>
        report('storing', done / (inspected.rendition?.size ?? done)),
      );
      // Its bytes are in memory nowhere: the file moves last, once all that is read from it has been read.
      await adoptMedia(workspaceId, received);
      return { hash: received.hash, bytes: received.bytes, ...inspected, rendition };
    } catch (error) {
      await removeFile(received.path);
      throw error;
    }
  },
});

/** Its own file's name says nothing: refusals name what it is called for people. */
async function openReceived({ name, path }: ReceivedFile): Promise<File> {
  const stored = await readFile(path);
  if (!stored) {
    throw new StudioError('storage-failed', `${name} is gone from this browser's storage. Add it again.`, {
      file: name,
      rule: 'received file exists',
      value: path,
    });
  }
  return new File([stored], name);
}

async function storeRendition(
  workspaceId: string,
  { name }: File,
  made: Blob | null,
  onBytes: (done: number) => void,
): Promise<Rendition | null> {
  if (!made) return null;
  const hash = await storeMedia(workspaceId, new File([made], name), onBytes);
  return { hash, bytes: made.size, mimeType: made.type };
}

function throttled(onProgress: (progress: ImportProgress) => void): (step: WorkerStep, stepFraction: number) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let furthest = 0;
  let converted = false;
  return (step, stepFraction) => {
    converted ||= step === 'converting';
    // What need not be converted is stored right after it was read.
    const start = step === 'storing' && !converted ? STEP_ENDS.reading : STEP_STARTS[step];
    furthest = Math.max(furthest, start + (STEP_ENDS[step] - start) * stepFraction);
    const now = performance.now();
    if (now - reportedAt < REPORT_INTERVAL_MS) return;
    reportedAt = now;
    onProgress({ step, stepFraction, fraction: furthest });
  };
}
