import type { RenderJob } from '#core/job/job.ts';
import type { RenderDocument } from '#core/job/render-document.ts';
import type { Platform } from '#core/platform/platforms.ts';
import type { Queue } from '#core/queue/queue.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';

export interface Exports {
  capabilities(): Promise<RenderCapabilities>;
  /** @param platforms where a project's video is to be posted; scenes are made as they are. */
  check(document: RenderDocument, platforms?: readonly Platform[]): Promise<RenderIssue[]>;
  /** Of all videos that are made. */
  estimate(document: RenderDocument, platforms?: readonly Platform[]): Promise<RenderEstimate>;
  /**
   * Queues a render of the document as it is now; for several platforms one for each different video that they take.
   * @throws StudioError `render-not-ready` naming the first error.
   */
  start(document: RenderDocument, platforms?: readonly Platform[]): Promise<readonly [RenderJob, ...RenderJob[]]>;
  get(id: string): Promise<RenderJob>;
  /** Newest first. */
  list(): Promise<RenderJob[]>;
  cancel(id: string): Promise<void>;
  /** Runs a failed or cancelled job again, with all its attempts. */
  retry(id: string): Promise<void>;
  /** An unfinished job waits until it is resumed; one that runs stops, and goes on later from what it has finished. */
  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  /** Higher runs first; 0 at the start. A job that runs is not interrupted by one of a higher priority. */
  setPriority(id: string, priority: number): Promise<void>;
  /** Removes a finished job; one with a video goes to the trash. */
  remove(id: string): Promise<void>;
  /** Called at once and at each change, until the returned function is called. */
  watch(id: string, listener: (job: RenderJob) => void): () => void;
  /**
   * The finished video and thumbnail, backed by disk.
   * @param platform whose name is in theirs, where the video is for several; the first where it is not given.
   * @throws StudioError `not-found`.
   */
  output(id: string, platform?: Platform): Promise<ExportedFiles>;
  /**
   * Makes a frame of a finished video its thumbnail and the cover art of its file; what `output` gave before is gone then.
   * @param seconds when the frame is on screen, from 0.
   * @throws StudioError `not-found`, `disk-full`.
   */
  setCover(id: string, seconds: number): Promise<void>;
  readonly queue: ExportQueue;
}

export interface ExportedFiles {
  readonly video: File;
  readonly thumbnail: File;
}

/** What holds for all exports. */
export interface ExportQueue {
  /** May be used in `useLiveQuery`. */
  get(): Promise<QueueStatus>;
  /** Called at once and at each change, until the returned function is called. */
  watch(listener: (status: QueueStatus) => void): () => void;
  /** Nothing runs until `resume`; what runs now stops, and goes on then from what it has finished. */
  pause(): Promise<void>;
  /** Also lets one job try at once where too many failed in a row. */
  resume(): Promise<void>;
  /** Exports that may run at once, 1 to 8; null goes by the machine's cores. */
  setConcurrency(jobs: number | null): Promise<void>;
}

export interface QueueStatus extends Pick<Queue, 'paused' | 'concurrency' | 'circuit' | 'failuresInARow' | 'trialAt'> {
  /** Exports that may run at once on this machine as things are set. */
  readonly limit: number;
}

/**
 * Keeps the screen from sleeping while something renders, where the person allows it: a phone that locks its screen
 * stops the page, and the export with it.
 */
export interface ScreenAwake {
  /** False where this browser cannot. */
  readonly supported: boolean;
  /** For `useSyncExternalStore`. */
  snapshot(): ScreenAwakeState;
  subscribe(listener: () => void): () => void;
  /** Remembered on this device; allowed at the start. */
  allow(allowed: boolean): void;
}

export interface ScreenAwakeState {
  readonly allowed: boolean;
  /** Refused: the device said no, as one does that saves its battery. It is asked again at the next occasion. */
  readonly lock: 'none' | 'held' | 'refused';
}

export interface RenderEstimate {
  readonly seconds: number;
  /** Of the finished video. */
  readonly bytes: number;
  /** The most that is taken while it is made. */
  readonly diskBytes: number;
  readonly memoryBytes: number;
  /** Of the longest video. */
  readonly durationSeconds: number;
  /** How many videos are made. */
  readonly videos: number;
}
