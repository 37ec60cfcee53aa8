import type { ErrorRecord } from '../errors.ts';
import type { JobStatus, RenderJob } from '../job/job.ts';
import type { RenderDocument } from '../job/render-document.ts';

/** The videos of a batch, from the press of the button on: what is queued, and why something is not. */
export interface BatchRun {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly videos: readonly BatchVideo[];
}

export interface BatchVideo {
  /** Of the table, from 1. */
  readonly row: number;
  /** Of its file, without the ending. */
  readonly fileName: string;
  readonly hook: string;
  /** What is queued; null once it is, and for a row that was wrong. */
  readonly document: RenderDocument | null;
  readonly jobId: string | null;
  /** Why it was never queued; null where it was, or waits for it. */
  readonly error: ErrorRecord | null;
}

/** `queueing` waits for its place in the queue; `refused` never got one; `removed` was, and its job was deleted since. */
export type BatchVideoState = 'queueing' | 'refused' | 'removed' | JobStatus;

export function stateOfVideo(video: BatchVideo, job: RenderJob | undefined): BatchVideoState {
  if (video.jobId !== null) return job?.status ?? 'removed';
  return video.error === null ? 'queueing' : 'refused';
}

export interface BatchProgress {
  readonly states: readonly BatchVideoState[];
  /** Nothing more is under way. */
  readonly ended: boolean;
  /** 0 to 100, of all videos that may still be made. */
  readonly percent: number;
  /** Null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

/**
 * How far a batch is.
 * @param jobs by id.
 * @param atOnce exports that run at once.
 */
export function batchProgress(run: BatchRun, jobs: ReadonlyMap<string, RenderJob>, atOnce: number): BatchProgress {
  const jobOf = ({ jobId }: BatchVideo) => (jobId === null ? undefined : jobs.get(jobId));
  const states = run.videos.map((video) => stateOfVideo(video, jobOf(video)));
  const counted = run.videos.filter((_, index) => mayBeMade(states[index]));
  const percents = counted.map((video) => jobOf(video)?.progress ?? 0);
  const open = counted.flatMap((video) => jobOf(video) ?? []).filter(({ status }) => !ENDED.has(status));
  const ended = states.every((state) => state !== 'queueing' && ENDED.has(state));
  return {
    states,
    ended,
    percent: percents.length === 0 ? 0 : percents.reduce((sum, percent) => sum + percent, 0) / percents.length,
    etaSeconds: ended || states.includes('queueing') ? null : secondsLeft(open, atOnce),
  };
}

export function countStates(states: readonly BatchVideoState[], ...wanted: readonly BatchVideoState[]): number {
  return states.filter((state) => wanted.includes(state)).length;
}

const ENDED: ReadonlySet<BatchVideoState> = new Set(['refused', 'removed', 'completed', 'failed', 'cancelled']);

function mayBeMade(state: BatchVideoState | undefined): boolean {
  return state === 'queueing' || state === 'pending' || state === 'processing' || state === 'completed';
}

function secondsLeft(open: readonly RenderJob[], atOnce: number): number | null {
  if (open.length === 0) return null;
  const seconds = open.map((job) => job.etaSeconds ?? (job.estimatedDurationMs / 1000) * (1 - job.progress / 100));
  // The last one runs alone.
  return Math.max(...seconds, seconds.reduce((sum, each) => sum + each, 0) / Math.max(1, atOnce));
}
