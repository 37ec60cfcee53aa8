import { RenderPool } from '#clients/render-pool.ts';
import { StudioError } from '#core/errors.ts';
import { progressJob, type RenderJob, reportOnJob } from '#core/job/job.ts';
import { planDocument } from '#core/job/render-document.ts';
import type { RunResult } from '#core/queue/settle.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import { missingSegments, type RenderPart } from '#core/render/render-part.ts';
import { planSegments, type Segment } from '#core/render/segments.ts';
import { frameToSeconds } from '#core/units.ts';
import { wrongOutputError } from '#core/verify/report-in-words.ts';
import { ProgressReporter } from '#engine/export/progress-reporter.ts';
import type { RenderRequest } from '#protocol/render.ts';
import { outputPaths } from '#storage/files/paths.ts';
import { mediaSources } from '../media-sources.ts';
import { completePlanSources, type Knowledge } from '../plan-sources.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { Fonts } from '../studio/fonts.ts';
import type { OpenWorkspace } from '../workspace.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PoolSizes } from './pool-size.ts';
import { ProgressWriter } from './progress-writer.ts';

export interface RunTools extends Knowledge {
  readonly workspace: OpenWorkspace;
  readonly assets: AssetLibrary;
  readonly fonts: Pick<Fonts, 'file'>;
  readonly capabilities: () => Promise<RenderCapabilities>;
  readonly poolSizes: PoolSizes;
}

/** Why a run is to end before it is done. */
export type StopReason = 'cancelled' | 'paused' | 'stopped';

/**
 * Runs one job, whose row says `processing`, and reports its progress there. Parts that an earlier run left are used
 * again. What the run's end means for the row is its caller's to decide, and what becomes of the files.
 * @param fence of the lead in which it runs: once another tab leads, no row is written any more.
 * @param signal ends the run and its workers at once; its reason is a `StopReason`.
 * @throws StudioError what the run failed of; anything, once the signal has fired.
 */
export async function runJob(tools: RunTools, job: RenderJob, fence: number, signal: AbortSignal): Promise<RunResult> {
  const tuner = await tools.poolSizes.open();
  const pool = new RenderPool(tuner);
  try {
    return await new JobRun(tools, job, fence, pool, signal).run();
  } finally {
    pool.stop();
    tools.poolSizes.note(tuner);
  }
}

/** What a run knows once it is planned. */
interface RunPlan {
  readonly request: RenderRequest;
  readonly segments: readonly Segment[];
  readonly fingerprint: string;
}

/** One run of one job: each step by itself. */
class JobRun {
  readonly #tools: RunTools;
  readonly #job: RenderJob;
  readonly #fence: number;
  readonly #pool: RenderPool;
  readonly #signal: AbortSignal;
  readonly #rows: ProgressWriter;
  readonly #progress: ProgressReporter;

  constructor(tools: RunTools, job: RenderJob, fence: number, pool: RenderPool, signal: AbortSignal) {
    this.#tools = tools;
    this.#job = job;
    this.#fence = fence;
    this.#pool = pool;
    this.#signal = signal;
    this.#rows = new ProgressWriter((report) =>
      tools.workspace.jobs.updateAsLeader(fence, job.id, (row) =>
        row.status === 'processing' ? progressJob(row, report) : row,
      ),
    );
    this.#progress = new ProgressReporter(
      (report) => this.#rows.report(report),
      () => performance.now(),
    );
  }

  async run(): Promise<RunResult> {
    this.#progress.begin('preparing', 1);
    const plan = await this.#plan();
    const kept = await this.#keepIntactParts(plan);
    await this.#renderMissing(plan, kept);
    const bytes = await this.#assemble(plan);
    await this.#check(plan);
    return await this.#result(plan, bytes);
  }

  async #plan(): Promise<RunPlan> {
    const { project, settings, id } = this.#job;
    const { compositor, videoEncoder } = await this.#tools.capabilities();
    if (videoEncoder === 'none') throw noEncoder();
    const timeline = planDocument(project, await completePlanSources(this.#tools, project, this.#signal), settings);
    const media = await mediaSources(this.#tools, timeline);
    const folder = this.#tools.workspace.segments.folder(id);
    return {
      request: { timeline, settings, media, compositor, videoEncoder, folder },
      segments: planSegments(timeline.durationFrames, settings),
      fingerprint: await fingerprintOf({ timeline, settings, compositor, videoEncoder }),
    };
  }

  /** Parts that an earlier run of this job committed, if they are of the same video and their files are whole. */
  async #keepIntactParts({ request, fingerprint }: RunPlan): Promise<RenderPart[]> {
    const { segments } = this.#tools.workspace;
    const found = await segments.list(this.#job.id);
    const same = found.filter((part) => part.fingerprint === fingerprint);
    const intact = same.length > 0 ? await this.#pool.first.intactParts(request.folder, same, this.#signal) : [];
    const kept = same.filter((part) => intact.includes(part.index));
    const lost = found.filter((part) => !kept.includes(part)).map((part) => part.index);
    await segments.forget(this.#fence, this.#job.id, lost);
    return kept;
  }

  async #renderMissing({ request, segments, fingerprint }: RunPlan, kept: readonly RenderPart[]): Promise<void> {
    const jobId = this.#job.id;
    const store = this.#tools.workspace.segments;
    const missing = missingSegments(segments, kept);
    const sound = !kept.some((part) => part.index === 'sound');
    await store.reserve(jobId, [...missing, ...(sound ? (['sound'] as const) : [])]);
    const frames = request.timeline.durationFrames;
    this.#progress.begin('rendering', frames);
    let done = framesOf(segments.filter(({ index }) => !missing.includes(index)));
    this.#progress.advance(done);
    await this.#pool.render(
      request,
      { segments: segments.filter(({ index }) => missing.includes(index)), sound },
      {
        onPart: (index, packets) => store.commit(this.#fence, { jobId, index, fingerprint, ...packets }),
        onFrames: (more) => {
          // A segment whose encoder was taken away counts twice.
          done = Math.min(frames, done + more);
          this.#progress.advance(done);
        },
      },
      this.#signal,
    );
  }

  async #assemble({ request, segments: planned }: RunPlan): Promise<number> {
    const { workspace } = this.#tools;
    this.#progress.begin('assembling', request.timeline.durationFrames);
    const parts = await workspace.segments.list(this.#job.id);
    const sound = parts.find((part) => part.index === 'sound');
    const segments = parts.filter((part) => part.index !== 'sound');
    if (!sound || segments.length !== planned.length) throw partsMissing(segments.length, planned.length);
    const { bytes } = await this.#pool.first.assemble(
      {
        settings: request.settings,
        folder: request.folder,
        segments,
        sound,
        videoPath: outputPaths(workspace.id, this.#job.id).video,
      },
      (done) => this.#progress.advance(done),
      this.#signal,
    );
    return bytes;
  }

  /** A file that is not what was asked for is no result, and neither are the parts that it was made of. */
  async #check({ request }: RunPlan): Promise<void> {
    const { workspace } = this.#tools;
    this.#progress.begin('checking', request.timeline.durationFrames);
    const report = await this.#pool.first.check(
      request,
      outputPaths(workspace.id, this.#job.id),
      (done) => this.#progress.advance(done),
      this.#signal,
    );
    await workspace.jobs.updateAsLeader(this.#fence, this.#job.id, (row) => reportOnJob(row, report));
    if (report.passed) return;
    const parts = await workspace.segments.list(this.#job.id);
    await workspace.segments.forget(
      this.#fence,
      this.#job.id,
      parts.map((part) => part.index),
    );
    throw wrongOutputError(report);
  }

  async #result({ request: { timeline } }: RunPlan, bytes: number): Promise<RunResult> {
    const paths = outputPaths(this.#tools.workspace.id, this.#job.id);
    const timings = this.#progress.finish();
    await this.#rows.finish();
    return {
      output: {
        videoFile: paths.video,
        thumbnailFile: paths.thumbnail,
        bytes,
        frames: timeline.durationFrames,
        durationSeconds: frameToSeconds(timeline.durationFrames, timeline.frameRate),
      },
      timings,
    };
  }
}

function framesOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { frames }) => sum + frames, 0);
}

function partsMissing(found: number, planned: number): StudioError {
  return new StudioError(
    'part-damaged',
    'Parts of this export went missing from this browser’s storage. It is rendered again.',
    {
      rule: 'every part is stored',
      value: `${found} of ${planned} segments`,
    },
  );
}

function noEncoder(): StudioError {
  return new StudioError(
    'browser-unsupported',
    'This browser cannot encode video. Use a current Chrome, Edge, Firefox or Safari.',
    { rule: 'a video encoder that works', value: 'none' },
  );
}
