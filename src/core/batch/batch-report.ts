import type { RenderJob } from '../job/job.ts';
import type { BatchRun, BatchVideo } from './batch-run.ts';
import { stateOfVideo } from './batch-run.ts';
import { writeCsv } from './csv.ts';

/** What became of each row, as a table for a spreadsheet. @param fileNames of the videos that are saved with it, by row. */
export function batchReport(
  run: BatchRun,
  jobs: ReadonlyMap<string, RenderJob>,
  fileNames: ReadonlyMap<number, string>,
): string {
  const jobOf = (video: BatchVideo) => (video.jobId === null ? undefined : jobs.get(video.jobId));
  const rows = run.videos.map((video) => {
    const job = jobOf(video);
    const reason = video.error?.message ?? (job?.status === 'failed' ? job.lastError?.message : undefined) ?? '';
    return [String(video.row), video.hook, stateOfVideo(video, job), fileNames.get(video.row) ?? '', reason];
  });
  return writeCsv([['row', 'hook', 'state', 'file', 'reason'], ...rows]);
}
