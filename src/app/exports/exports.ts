import { liveQuery } from 'dexie';
import { StudioError } from '#core/errors.ts';
import { forecastRender } from '#core/job/estimate.ts';
import { createJob, prioritiseJob, type RenderJob, restartJob, resumeJob } from '#core/job/job.ts';
import { assetsOfDocument, isSceneList, planDocument, type RenderDocument } from '#core/job/render-document.ts';
import { checkPlatforms } from '#core/platform/check-platforms.ts';
import type { Platform } from '#core/platform/platforms.ts';
import { cancelQueued, pauseQueued } from '#core/queue/settle.ts';
import { checkRender, NO_ITEMS, type RenderCapabilities } from '#core/render/check-render.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { CodePointRanges } from '#core/text/coverage.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { Preflight } from '../disk/preflight.ts';
import { type Knowledge, planSources } from '../plan-sources.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { Exports } from '../studio/exports.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { createExportQueue } from './export-queue.ts';
import { tidyJobFiles } from './job-files.ts';
import { outputFiles } from './output-files.ts';
import { type PlannedRender, plannedRenders } from './planned-renders.ts';
import { type CoverTools, setCover } from './set-cover.ts';

export interface ExportTools extends Knowledge, CoverTools {
  readonly assets: AssetLibrary;
  readonly capabilities: () => Promise<RenderCapabilities>;
  readonly preflight: Preflight;
  /** What the bundled fonts can draw. */
  readonly glyphs: () => Promise<CodePointRanges>;
}

export function createExports(tools: ExportTools): Exports {
  const { workspace, assets, capabilities, glyphs } = tools;
  const { jobs, queue } = workspace;
  const covers = new OneAtATime();

  async function check(document: RenderDocument, platforms: readonly Platform[] = []) {
    // Before there is something to export, encoders need not be tried: their code is most of the studio's.
    if (!isSceneList(document) && document.items.length === 0 && document.hook === '') return [NO_ITEMS];
    const [found, own] = await Promise.all([assets.lookup(assetsOfDocument(document)), workspace.fonts.list()]);
    const fonts = new Set(own.map(({ hash }) => hash));
    const issues = checkRender(document, found, await capabilities(), await glyphs(), fonts);
    // What cannot be exported anyway needs no room.
    if (issues.some(({ severity }) => severity === 'error')) return issues;
    const seconds = await durationOf(tools, document);
    const changes = isSceneList(document) ? [] : checkPlatforms(document, platforms, seconds);
    const { bytes, largest } = total(await forecast(tools, document, platforms, seconds));
    return [...issues, ...changes, ...(await tools.preflight.issues(largest.document, largest.settings, bytes))];
  }

  return {
    capabilities,
    check,
    async estimate(document, platforms = []) {
      const { bytes, seconds, durationSeconds, videos, largest } = total(
        await forecast(tools, document, platforms, await durationOf(tools, document)),
      );
      const needs = await tools.preflight.needs(largest.document, largest.settings, bytes);
      return { seconds, bytes, durationSeconds, videos, ...needs };
    },
    async start(document, platforms = []) {
      const error = (await check(document, platforms)).find((issue) => issue.severity === 'error');
      if (error) throw new StudioError('render-not-ready', error.message, { rule: error.code });
      const renders = await forecast(tools, document, platforms, await durationOf(tools, document));
      const now = Date.now();
      const [first, ...more] = renders.map((render) => jobOf(render, now));
      if (!first) throw new Error('An export of no video was asked for.');
      for (const job of [first, ...more]) await jobs.add(job);
      return [first, ...more];
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
    output: (id, platform) => outputFiles(workspace, id, platform),
    setCover: (id, seconds) => covers.run(() => setCover(tools, id, seconds)),
    queue: createExportQueue(workspace),
  };
}

interface ForecastRender extends PlannedRender {
  readonly durationSeconds: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

async function durationOf(tools: ExportTools, document: RenderDocument): Promise<number> {
  const sources = await planSources(tools, document);
  return secondsOf(planDocument(document, sources, renderSettings(document.format, document.quality)));
}

/** @param seconds length of the document's video. */
async function forecast(
  tools: ExportTools,
  document: RenderDocument,
  platforms: readonly Platform[],
  seconds: number,
): Promise<ForecastRender[]> {
  const [sources, history] = await Promise.all([planSources(tools, document), tools.workspace.jobs.list()]);
  return plannedRenders(document, platforms, seconds).map((render) => {
    const timeline = planDocument(render.document, sources, render.settings);
    const { milliseconds, bytes } = forecastRender(timeline.durationFrames, render.settings, history);
    return { ...render, durationSeconds: secondsOf(timeline), milliseconds, bytes };
  });
}

/** They run one after the other, or share the machine: time and room add up. */
function total(renders: readonly ForecastRender[]) {
  const [largest] = renders.toSorted((a, b) => b.bytes - a.bytes);
  if (!largest) throw new Error('An export of no video was asked for.');
  return {
    largest,
    videos: renders.length,
    seconds: renders.reduce((sum, { milliseconds }) => sum + milliseconds / 1000, 0),
    bytes: renders.reduce((sum, { bytes }) => sum + bytes, 0),
    durationSeconds: Math.max(...renders.map(({ durationSeconds }) => durationSeconds)),
  };
}

function jobOf({ document, settings, platforms, mostVideoBitRate, milliseconds }: ForecastRender, now: number) {
  const id = crypto.randomUUID();
  const video = { project: document, settings, platforms, mostVideoBitRate };
  return createJob({ id, ...video, priority: 0, estimatedDurationMs: milliseconds }, now);
}

function secondsOf({ durationFrames, frameRate }: Timeline): number {
  return frameToSeconds(durationFrames, frameRate);
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
