import type { BatchRun, BatchVideo } from '#core/batch/batch-run.ts';
import { toStudioError } from '#core/errors.ts';
import type { SettingsStore } from '#storage/settings-store.ts';
import type { Exports } from '../studio/exports.ts';

export interface RunQueueing {
  readonly settings: SettingsStore;
  readonly exports: Pick<Exports, 'start' | 'list' | 'cancel'>;
  readonly workspaceId: string;
}

/**
 * Queues the videos of the stored run that are not queued yet, in one tab at a time. Each fails alone. A video whose job
 * was made just before its page went away is known by its document, and not queued twice.
 */
export async function queueRun(tools: RunQueueing): Promise<void> {
  await navigator.locks.request(`batch ${tools.workspaceId}`, async () => {
    const waiting = (await tools.settings.get('batchRun'))?.videos.filter(isWaiting) ?? [];
    if (waiting.length === 0) return;
    const jobs = new Map((await tools.exports.list()).map((job) => [job.projectId, job.id]));
    for (const video of waiting) await queueVideo(tools, video, jobs);
  });
}

async function queueVideo(
  { settings, exports }: RunQueueing,
  { document }: BatchVideo,
  jobs: ReadonlyMap<string, string>,
): Promise<void> {
  // It may have been cancelled while those before it were queued.
  const run = await settings.get('batchRun');
  const isWanted = run?.videos.some((video) => video.document?.id === document?.id && isWaiting(video));
  if (!document || !isWanted) return;
  const settle = (found: Partial<BatchVideo>) =>
    settings.change('batchRun', (now) => now && withVideo(now, document.id, found));
  try {
    const jobId = jobs.get(document.id) ?? (await exports.start(document))[0].id;
    const after = await settle({ jobId, document: null });
    const isCancelled = after?.videos.some((video) => video.jobId === jobId && video.error !== null);
    if (isCancelled) await exports.cancel(jobId);
  } catch (thrown) {
    await settle({ error: toStudioError(thrown).toRecord() });
  }
}

function isWaiting({ document, jobId, error }: BatchVideo): boolean {
  return document !== null && jobId === null && error === null;
}

function withVideo(run: BatchRun, documentId: string, found: Partial<BatchVideo>): BatchRun {
  const videos = run.videos.map((video) => (video.document?.id === documentId ? { ...video, ...found } : video));
  return { ...run, videos };
}
