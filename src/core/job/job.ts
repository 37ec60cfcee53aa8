import { type ErrorRecord, StudioError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import type { RenderSettings } from '../render/settings.ts';

/**
 * A render as a stored row, and the only transitions it may make. Every function is pure: a row and a time in, a new
 * row out. Times are in milliseconds since 1970, lengths in milliseconds.
 */
export interface RenderJob {
  readonly id: string;
  readonly projectId: string;
  /** The project as it was when the export was asked for: later edits do not change a running render. */
  readonly project: Project;
  readonly settings: RenderSettings;
  readonly status: JobStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly currentStep: RenderStage | null;
  readonly etaSeconds: number | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: ErrorRecord | null;
  /** Higher runs first; equal ones in order of creation. */
  readonly priority: number;
  readonly estimatedDurationMs: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly timings: readonly StageTiming[];
  readonly output: RenderOutput | null;
}

export type JobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

/** The steps of a render in the order in which they run. */
export const RENDER_STAGES = ['preparing', 'rendering', 'assembling', 'checking'] as const;
export type RenderStage = (typeof RENDER_STAGES)[number];

export interface RenderProgress {
  readonly stage: RenderStage;
  /** In the stage's own unit: frames while rendering, packets while assembling, steps elsewhere. */
  readonly done: number;
  readonly total: number;
  /** Of the whole render; null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

export interface StageTiming {
  readonly stage: RenderStage;
  readonly milliseconds: number;
}

/** What a completed render left in the store. */
export interface RenderOutput {
  readonly videoFile: string;
  readonly thumbnailFile: string;
  readonly bytes: number;
  readonly frames: number;
  readonly durationSeconds: number;
}

export const DEFAULT_MAX_ATTEMPTS = 3;

/** Share of a whole render that each stage takes, in percent; measured on a 30 s export of five photos. */
const STAGE_WEIGHTS: Record<RenderStage, number> = {
  preparing: 3,
  rendering: 92,
  assembling: 2,
  checking: 3,
};

export interface JobRequest {
  readonly id: string;
  readonly project: Project;
  readonly settings: RenderSettings;
  readonly priority: number;
  readonly estimatedDurationMs: number;
}

export function createJob(request: JobRequest, now: number): RenderJob {
  return {
    ...request,
    projectId: request.project.id,
    status: 'pending',
    progress: 0,
    currentStep: null,
    etaSeconds: null,
    attempts: 0,
    maxAttempts: DEFAULT_MAX_ATTEMPTS,
    lastError: null,
    createdAt: now,
    startedAt: null,
    finishedAt: null,
    timings: [],
    output: null,
  };
}

export function startJob(job: RenderJob, now: number): RenderJob {
  expectStatus(job, 'start', ['pending']);
  return { ...job, status: 'processing', attempts: job.attempts + 1, startedAt: now, currentStep: 'preparing' };
}

export function progressJob(job: RenderJob, report: RenderProgress): RenderJob {
  expectStatus(job, 'report progress of', ['processing']);
  return {
    ...job,
    progress: Math.max(job.progress, overallPercent(report)),
    currentStep: report.stage,
    etaSeconds: report.etaSeconds,
  };
}

export function completeJob(
  job: RenderJob,
  output: RenderOutput,
  timings: readonly StageTiming[],
  now: number,
): RenderJob {
  expectStatus(job, 'complete', ['processing']);
  return {
    ...job,
    status: 'completed',
    progress: 100,
    currentStep: null,
    etaSeconds: null,
    output,
    timings,
    finishedAt: now,
  };
}

export function failJob(job: RenderJob, error: StudioError, now: number): RenderJob {
  expectStatus(job, 'fail', ['pending', 'processing']);
  return { ...job, status: 'failed', lastError: error.toRecord(), etaSeconds: null, finishedAt: now };
}

export function cancelJob(job: RenderJob, now: number): RenderJob {
  expectStatus(job, 'cancel', ['pending', 'processing']);
  return { ...job, status: 'cancelled', etaSeconds: null, finishedAt: now };
}

/** Puts a job back at the start of the queue: after a failure, at the person's wish, or because its tab went away. */
export function requeueJob(job: RenderJob): RenderJob {
  expectStatus(job, 'run again', ['processing', 'failed', 'cancelled']);
  return {
    ...job,
    status: 'pending',
    progress: 0,
    currentStep: null,
    etaSeconds: null,
    startedAt: null,
    finishedAt: null,
  };
}

export function isFinished(job: RenderJob): boolean {
  return job.status === 'completed' || job.status === 'failed' || job.status === 'cancelled';
}

/** The pending job that runs next: highest priority, then oldest. */
export function nextJob(jobs: readonly RenderJob[]): RenderJob | undefined {
  return jobs
    .filter((job) => job.status === 'pending')
    .sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt)[0];
}

/** Percent of the whole render that a report stands for. */
export function overallPercent({ stage, done, total }: RenderProgress): number {
  const before = RENDER_STAGES.slice(0, RENDER_STAGES.indexOf(stage)).reduce((sum, s) => sum + STAGE_WEIGHTS[s], 0);
  return before + STAGE_WEIGHTS[stage] * (total > 0 ? Math.min(1, done / total) : 0);
}

function expectStatus(job: RenderJob, verb: string, allowed: readonly JobStatus[]): void {
  if (!allowed.includes(job.status)) {
    throw new StudioError('state-conflict', `Cannot ${verb} a job that is ${job.status}.`, {
      rule: `status is ${allowed.join(' or ')}`,
      value: job.status,
    });
  }
}
