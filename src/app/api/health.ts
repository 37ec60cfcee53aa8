import { type ErrorRecord, type StudioError, toStudioError } from '#core/errors.ts';
import { median } from '#core/job/estimate.ts';
import { type JobStatus, RENDER_STAGES, type RenderJob, type RenderStage } from '#core/job/job.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { Studio } from '../studio.ts';

export interface StudioHealth {
  /** True where a video can be made and nothing stored is damaged. */
  readonly ok: boolean;
  readonly workspace: string;
  readonly crossOriginIsolated: boolean;
  /** Null where finding out failed; `problems` says why. */
  readonly capabilities: RenderCapabilities | null;
  /** As the browser tells it; Chromium's quota is a guess that ignores the disk. */
  readonly storage: { readonly usedBytes: number; readonly quotaBytes: number; readonly persistent: boolean };
  readonly problems: readonly ErrorRecord[];
}

export interface StudioMetrics {
  readonly assets: number;
  readonly projects: number;
  readonly jobs: Readonly<Record<JobStatus, number>>;
  /** Medians over completed jobs, in milliseconds; null before the first. */
  readonly stageMedianMs: Readonly<Record<RenderStage, number | null>>;
}

export async function health(studio: Studio): Promise<StudioHealth> {
  const failures: StudioError[] = [];
  const [capabilities, estimate, persistent] = await Promise.all([
    studio.exports.capabilities().catch((error: unknown) => {
      failures.push(toStudioError(error));
      return null;
    }),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  const problems = [...studio.problems.list(), ...failures].map((problem) => problem.toRecord());
  return {
    ok: capabilities !== null && capabilities.videoEncoder !== 'none' && problems.length === 0,
    workspace: studio.workspace.id,
    crossOriginIsolated,
    capabilities,
    storage: { usedBytes: estimate.usage ?? 0, quotaBytes: estimate.quota ?? 0, persistent },
    problems,
  };
}

export async function metrics(studio: Studio): Promise<StudioMetrics> {
  const [assets, projects, jobs] = await Promise.all([
    studio.assets.list(),
    studio.projects.list(),
    studio.exports.list(),
  ]);
  const count = (status: JobStatus) => jobs.filter((job) => job.status === status).length;
  return {
    assets: assets.length,
    projects: projects.length,
    jobs: {
      pending: count('pending'),
      processing: count('processing'),
      completed: count('completed'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
    stageMedianMs: stageMedians(jobs),
  };
}

function stageMedians(jobs: readonly RenderJob[]): Record<RenderStage, number | null> {
  const timings = jobs.filter((job) => job.status === 'completed').flatMap((job) => job.timings);
  const medianOf = (stage: RenderStage) =>
    median(timings.filter((timing) => timing.stage === stage).map((timing) => timing.milliseconds));
  return Object.fromEntries(RENDER_STAGES.map((stage) => [stage, medianOf(stage)])) as Record<
    RenderStage,
    number | null
  >;
}
