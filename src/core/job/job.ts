import { type ErrorRecord, StudioError } from '../errors.ts';
import type { Platform } from '../platform/platforms.ts';
import { type QualityMode, type RenderSettings, renderSettings } from '../render/settings.ts';
import type { OutputReport } from '../verify/output-report.ts';
import type { RenderDocument } from './render-document.ts';

/**
 * A render as a stored row, and the only transitions it may make. Every function is pure: a row and a time in, a new
 * row out. Times are in milliseconds since 1970, lengths in milliseconds.
 */
export interface RenderJob {
  readonly id: string;
  readonly projectId: string;
  /** The project, or the scenes, as they were when the export was asked for: later edits do not change a running render. */
  readonly project: RenderDocument;
  readonly settings: RenderSettings;
  /** Where the video is to be posted; none where it is for nowhere in particular. */
  readonly platforms: readonly Platform[];
  /** What the platforms' limits leave in any quality, in bits per second; null where the quality alone decides. */
  readonly mostVideoBitRate: number | null;
  /** The quality that was asked for, where the machine ran out of something and `settings` make less of it. */
  readonly steppedDownFrom: QualityMode | null;
  readonly status: JobStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly currentStep: RenderStage | null;
  /** How many frames of all are drawn; null before the first. */
  readonly frames: FrameCount | null;
  readonly etaSeconds: number | null;
  /** Runs that were begun since the person asked, without those that a pause or the end of a tab cut short. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** While it waits: what its last run failed of. */
  readonly lastError: ErrorRecord | null;
  /** A pending job that failed waits until then; null where nothing holds it. */
  readonly retryAt: number | null;
  /** A pending job that waits until the person lets it go on. */
  readonly paused: boolean;
  /** Higher runs first; equal ones in order of creation. */
  readonly priority: number;
  readonly estimatedDurationMs: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly timings: readonly StageTiming[];
  readonly output: RenderOutput | null;
  /** What the newest look at the finished file found, good or bad; null where there was none yet. */
  readonly report: OutputReport | null;
}

export interface FrameCount {
  readonly done: number;
  readonly total: number;
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
  readonly project: RenderDocument;
  readonly settings: RenderSettings;
  readonly platforms?: readonly Platform[];
  readonly mostVideoBitRate?: number | null;
  readonly priority: number;
  readonly estimatedDurationMs: number;
}

export function createJob(request: JobRequest, now: number): RenderJob {
  return {
    platforms: [],
    mostVideoBitRate: null,
    ...request,
    projectId: request.project.id,
    steppedDownFrom: null,
    status: 'pending',
    progress: 0,
    currentStep: null,
    frames: null,
    etaSeconds: null,
    attempts: 0,
    maxAttempts: DEFAULT_MAX_ATTEMPTS,
    lastError: null,
    retryAt: null,
    paused: false,
    createdAt: now,
    startedAt: null,
    finishedAt: null,
    timings: [],
    output: null,
    report: null,
  };
}

export function startJob(job: RenderJob, now: number): RenderJob {
  expectStatus(job, 'start', ['pending']);
  return {
    ...job,
    status: 'processing',
    attempts: job.attempts + 1,
    retryAt: null,
    startedAt: now,
    currentStep: 'preparing',
  };
}

export function progressJob(job: RenderJob, report: RenderProgress): RenderJob {
  expectStatus(job, 'report progress of', ['processing']);
  return {
    ...job,
    progress: Math.max(job.progress, overallPercent(report)),
    currentStep: report.stage,
    frames: report.stage === 'rendering' ? { done: report.done, total: report.total } : job.frames,
    etaSeconds: report.etaSeconds,
  };
}

/** The finished file was looked at. */
export function reportOnJob(job: RenderJob, report: OutputReport): RenderJob {
  expectStatus(job, 'report on', ['processing']);
  return { ...job, report };
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
    frames: { done: output.frames, total: output.frames },
    currentStep: null,
    etaSeconds: null,
    output,
    timings,
    finishedAt: now,
  };
}

/** The finished video was written anew, with the same pictures and sound. @param bytes its size now. */
export function replaceOutputFile(job: RenderJob, bytes: number): RenderJob {
  expectStatus(job, 'replace the video of', ['completed']);
  return { ...job, output: job.output && { ...job.output, bytes } };
}

/** For good: whether a failure is one is the queue's to decide. */
export function failJob(job: RenderJob, error: StudioError, now: number): RenderJob {
  expectStatus(job, 'fail', ['pending', 'processing']);
  return { ...ended(job, now), status: 'failed', lastError: error.toRecord() };
}

/** Back to the queue after a failed run, to begin again at `retryAt`; of a lower quality where one is given. */
export function retryJobLater(
  job: RenderJob,
  error: StudioError,
  retryAt: number,
  quality: QualityMode = job.settings.quality,
): RenderJob {
  expectStatus(job, 'run again', ['processing']);
  const waiting = { ...atRest(job), lastError: error.toRecord(), retryAt };
  return quality === job.settings.quality
    ? waiting
    : {
        ...waiting,
        progress: 0,
        frames: null,
        settings: renderSettings(job.project.format, quality, job.mostVideoBitRate),
        steppedDownFrom: job.steppedDownFrom ?? job.settings.quality,
      };
}

/** Back to the queue because its tab went away or the queue rests: the run counts as if it had not begun. */
export function interruptJob(job: RenderJob): RenderJob {
  expectStatus(job, 'interrupt', ['processing']);
  return { ...atRest(job), attempts: job.attempts - 1 };
}

export function pauseJob(job: RenderJob): RenderJob {
  expectStatus(job, 'pause', ['pending', 'processing']);
  return { ...(job.status === 'processing' ? interruptJob(job) : job), paused: true };
}

export function resumeJob(job: RenderJob): RenderJob {
  expectStatus(job, 'resume', ['pending', 'processing']);
  return { ...job, paused: false };
}

export function cancelJob(job: RenderJob, now: number): RenderJob {
  expectStatus(job, 'cancel', ['pending', 'processing']);
  return { ...ended(job, now), status: 'cancelled' };
}

/** At the person's wish, as if it had been asked for anew: with all its attempts, in the quality first asked for. */
export function restartJob(job: RenderJob): RenderJob {
  expectStatus(job, 'run again', ['failed', 'cancelled']);
  const { project, settings, steppedDownFrom, mostVideoBitRate } = job;
  return {
    ...atRest(job),
    settings: steppedDownFrom ? renderSettings(project.format, steppedDownFrom, mostVideoBitRate) : settings,
    steppedDownFrom: null,
    attempts: 0,
    progress: 0,
    frames: null,
    lastError: null,
    finishedAt: null,
  };
}

export function prioritiseJob(job: RenderJob, priority: number): RenderJob {
  expectStatus(job, 'reorder', ['pending', 'processing']);
  return { ...job, priority };
}

export function isFinished(job: RenderJob): boolean {
  return job.status === 'completed' || job.status === 'failed' || job.status === 'cancelled';
}

/** When it began and the step at which it ended stay to be read. */
function ended(job: RenderJob, now: number): RenderJob {
  return { ...job, etaSeconds: null, retryAt: null, paused: false, finishedAt: now };
}

/** Waiting, with nothing left of a run but its progress: finished parts of it are kept. */
function atRest(job: RenderJob): RenderJob {
  return {
    ...job,
    status: 'pending',
    currentStep: null,
    etaSeconds: null,
    retryAt: null,
    paused: false,
    startedAt: null,
  };
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
