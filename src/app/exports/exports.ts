import { liveQuery } from 'dexie';
import { StudioError } from '#core/errors.ts';
import { forecastRender } from '#core/job/estimate.ts';
import { createJob, prioritiseJob, type RenderJob, restartJob, resumeJob } from '#core/job/job.ts';
import { assetsOfDocument, planDocument, type RenderDocument } from '#core/job/render-document.ts';
import { cancelQueued, pauseQueued } from '#core/queue/settle.ts';
import { checkRender, type RenderCapabilities } from '#core/render/check-render.ts';
import { type RenderSettings, renderSettings } from '#core/render/settings.ts';
import type { CodePointRanges } from '#core/text/coverage.ts';
import { safeFileName } from '#core/text/file-name.ts';
import { frameToSeconds } from '#core/units.ts';
import { readFile } from '#storage/files/file-system.ts';
import { outputPaths } from '#storage/files/paths.ts';
import type { Preflight } from '../disk/preflight.ts';
import { type Knowledge, planSources } from '../plan-sources.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { Exports, RenderEstimate } from '../studio/exports.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { createExportQueue } from './export-queue.ts';
import { tidyJobFiles } from './job-files.ts';

export interface ExportTools extends Knowledge {
  readonly workspace: OpenWorkspace;
  readonly assets: AssetLibrary;
  readonly capabilities: () => Promise<RenderCapabilities>;
  readonly preflight: Preflight;
  /** What the bundled fonts can draw. */
  readonly glyphs: CodePointRanges;
}

export function createExports(tools: ExportTools): Exports {
  const { workspace, assets, capabilities, glyphs } = tools;
  const { jobs, queue } = workspace;

  async function check(project: RenderDocument) {
    const [found, able] = await Promise.all([assets.lookup(assetsOfDocument(project)), capabilities()]);
    const issues = checkRender(project, found, able, glyphs);
    // What cannot be exported anyway needs no room.
    if (issues.some(({ severity }) => severity === 'error')) return issues;
    const settings = settingsOf(project);
    const { bytes } = await estimate(tools, project, settings);
    return [...issues, ...(await tools.preflight.issues(project, settings, bytes))];
  }

  return {
    capabilities,
    check,
    estimate: (project) => estimate(tools, project, settingsOf(project)),
    async start(project) {
      const error = (await check(project)).find((issue) => issue.severity === 'error');
      if (error) throw new StudioError('render-not-ready', error.message, { rule: error.code });
      const settings = settingsOf(project);
      const { seconds } = await estimate(tools, project, settings);
      const id = crypto.randomUUID();
      const job = createJob({ id, project, settings, priority: 0, estimatedDurationMs: seconds * 1000 }, Date.now());
      await jobs.add(job);
      return job;
    },
    get: (id) => jobs.get(id),
    list: () => jobs.list(),
    cancel: (id) => cancel(workspace, id),
    retry: async (id) => void (await jobs.update(id, restartJob)),
    pause: async (id) => void (await queue.update(id, pauseQueued)),
    resume: async (id) => void (await jobs.update(id, resumeJob)),
    setPriority: async (id, priority) => void (await jobs.update(id, (job) => prioritiseJob(job, priority))),
    async remove(id) {
      const kept = await workspace.trash.discardExport(id, Date.now());
      if (!kept) await tidyJobFiles(workspace, id);
    },
    watch: (id, listener) => watch(workspace, id, listener),
    output: (id) => output(workspace, id),
    queue: createExportQueue(workspace),
  };
}

function settingsOf(project: RenderDocument): RenderSettings {
  return renderSettings(project.format, project.quality);
}

async function estimate(
  tools: ExportTools,
  project: RenderDocument,
  settings: RenderSettings,
): Promise<RenderEstimate> {
  const [sources, history] = await Promise.all([planSources(tools, project), tools.workspace.jobs.list()]);
  const { durationFrames, frameRate } = planDocument(project, sources, settings);
  const { milliseconds, bytes } = forecastRender(durationFrames, settings, history);
  const durationSeconds = frameToSeconds(durationFrames, frameRate);
  return {
    seconds: milliseconds / 1000,
    bytes,
    durationSeconds,
    ...(await tools.preflight.needs(project, settings, bytes)),
  };
}

/** The tab that runs the job sees it by the row and removes its files; where it does not run, nobody else would. */
async function cancel(workspace: OpenWorkspace, id: string): Promise<void> {
  let running = false;
  await workspace.queue.update(id, (queued) => {
    running = queued.job.status === 'processing';
    return cancelQueued(queued, Date.now());
  });
  if (!running) await tidyJobFiles(workspace, id);
}

function watch({ jobs, problems }: OpenWorkspace, id: string, listener: (job: RenderJob) => void): () => void {
  const subscription = liveQuery(() => jobs.get(id)).subscribe({
    next: listener,
    error: (error) => {
      if (!(error instanceof StudioError)) throw error;
      // A job that was removed has nothing more to tell.
      if (error.code !== 'not-found') problems.add(error);
    },
  });
  return () => subscription.unsubscribe();
}

async function output(workspace: OpenWorkspace, id: string): Promise<{ video: File; thumbnail: File }> {
  const job = await workspace.jobs.get(id);
  if (job.status !== 'completed') {
    throw new StudioError('not-found', `This export is ${job.status}: it has no video.`, {
      rule: 'job is completed',
      value: job.status,
    });
  }
  const paths = outputPaths(workspace.id, id);
  const [video, thumbnail] = await Promise.all([readFile(paths.video), readFile(paths.thumbnail)]);
  if (!video || !thumbnail) {
    throw new StudioError(
      'not-found',
      `The finished video of “${job.project.name}” is gone from this browser's storage. Export it again.`,
      { file: job.project.name, rule: 'file of a finished export exists', value: 'missing' },
    );
  }
  const stem = safeFileName(job.project.name, 'video');
  return {
    video: new File([video], `${stem}.mp4`, { type: 'video/mp4' }),
    thumbnail: new File([thumbnail], `${stem}.jpg`, { type: 'image/jpeg' }),
  };
}
