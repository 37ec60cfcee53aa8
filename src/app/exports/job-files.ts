import { StudioError } from '#core/errors.ts';
import type { JobStatus } from '#core/job/job.ts';
import { onceReleased, removeFile } from '#storage/files/file-system.ts';
import { outputPaths } from '#storage/files/paths.ts';
import type { OpenWorkspace } from '../workspace.ts';

/**
 * Removes what a job's row has no use for any more. One that waits goes on from its parts, one that is completed has
 * its video.
 */
export async function tidyJobFiles(workspace: OpenWorkspace, id: string): Promise<void> {
  const status = await statusOf(workspace, id);
  // Begun anew in this moment.
  if (status === 'processing') return;
  if (status !== 'completed') await removeOutputs(workspace.id, id);
  if (status !== 'pending') await workspace.segments.removeAll(id);
}

async function removeOutputs(workspaceId: string, jobId: string): Promise<void> {
  const { video, thumbnail } = outputPaths(workspaceId, jobId);
  await Promise.all([video, thumbnail].map((path) => onceReleased(() => removeFile(path))));
}

/** Null where the row is gone; one that is in the trash keeps its video. */
async function statusOf({ jobs, trash }: OpenWorkspace, id: string): Promise<JobStatus | null> {
  try {
    return (await jobs.get(id)).status;
  } catch (error) {
    if (error instanceof StudioError && error.code === 'not-found') {
      return (await trash.has(id)) ? 'completed' : null;
    }
    throw error;
  }
}
