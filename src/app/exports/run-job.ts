import type { RenderClient } from '#clients/render-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import { completeJob, failJob, isFinished, progressJob, type RenderJob, startJob } from '#core/job/job.ts';
import { planTimeline } from '#core/plan/plan-timeline.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import { removeFile } from '#storage/files/file-system.ts';
import { outputPaths } from '#storage/files/paths.ts';
import { mediaSources } from '../media-sources.ts';
import { completePlanSources, type Knowledge } from '../plan-sources.ts';
import type { AssetLibrary } from '../studio.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { ProgressWriter } from './progress-writer.ts';

export interface RunTools extends Knowledge {
  readonly workspace: OpenWorkspace;
  readonly assets: AssetLibrary;
  readonly client: RenderClient;
  readonly capabilities: () => Promise<RenderCapabilities>;
}

/**
 * Runs one job from its start to its end, whatever that is: the row says how it went.
 * @param signal fires when the row was cancelled; the worker is ended then, and what it wrote is removed.
 */
export async function runJob(tools: RunTools, pending: RenderJob, signal: AbortSignal): Promise<void> {
  const { workspace } = tools;
  try {
    const job = await workspace.jobs.update(pending.id, (row) => startJob(row, Date.now()));
    await renderJob(tools, job, signal);
  } catch (thrown) {
    await removeOutputs(workspace.id, pending.id);
    // The row of a cancelled job already says so, and one whose tab goes away is run again by the next.
    if (signal.aborted) return;
    await workspace.jobs.update(pending.id, (row) =>
      isFinished(row) ? row : failJob(row, toStudioError(thrown), Date.now()),
    );
  }
}

async function renderJob(tools: RunTools, job: RenderJob, signal: AbortSignal): Promise<void> {
  const { workspace, assets, client } = tools;
  const { project, settings } = job;
  const { compositor, videoEncoder } = await tools.capabilities();
  if (videoEncoder === 'none') throw noEncoder();
  const timeline = planTimeline(project, await completePlanSources(tools, project, signal), settings);
  const paths = outputPaths(workspace.id, job.id);
  const progress = new ProgressWriter((report) =>
    workspace.jobs.update(job.id, (row) => (row.status === 'processing' ? progressJob(row, report) : row)),
  );
  const media = await mediaSources(assets, timeline);
  const request = {
    timeline,
    settings,
    media,
    videoPath: paths.video,
    thumbnailPath: paths.thumbnail,
    compositor,
    videoEncoder,
  };
  const { timings, ...facts } = await client.render(request, (report) => progress.report(report), signal);
  await progress.finish();
  const output = { videoFile: paths.video, thumbnailFile: paths.thumbnail, ...facts };
  await workspace.jobs.update(job.id, (row) => completeJob(row, output, timings, Date.now()));
}

export async function removeOutputs(workspaceId: string, jobId: string): Promise<void> {
  const paths = outputPaths(workspaceId, jobId);
  await Promise.all([removeReleased(paths.video), removeReleased(paths.thumbnail)]);
}

/** An ended worker lets go of its file a moment later. */
async function removeReleased(path: string): Promise<void> {
  const attempts = 20;
  const pauseMs = 50;
  for (let attempt = 1; ; attempt++) {
    try {
      return await removeFile(path);
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function noEncoder(): StudioError {
  return new StudioError(
    'browser-unsupported',
    'This browser cannot encode video. Use a current Chrome, Edge, Firefox or Safari.',
    { rule: 'a video encoder that works', value: 'none' },
  );
}
