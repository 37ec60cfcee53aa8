import type { MusicLevels } from '#core/audio/music-plan.ts';
import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { SpeechDevice } from '#core/captions/speech-device.ts';
import type { Cue, SpokenWord, Transcript } from '#core/captions/transcript.ts';
import type { StorageUsage } from '#core/disk/storage-usage.ts';
import type { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { RenderDocument } from '#core/job/render-document.ts';
import type { AssetId, MediaAsset, MediaKind } from '#core/media/asset.ts';
import type { HighlightCurve } from '#core/media/highlights.ts';
import type { ImportStep } from '#core/media/import-step.ts';
import type { AssetLookup, PlanSources } from '#core/plan/plan-sources.ts';
import type { Project } from '#core/project/project.ts';
import type { Queue } from '#core/queue/queue.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import type { FrameRate } from '#core/units.ts';
import type { CaptionPlace } from '#protocol/caption-video.ts';
import type { Ledger } from './ledger/ledger.ts';

/** Everything that the page can do, for one workspace. The UI and the scripting API call the same object. */
export interface Studio {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly assets: AssetLibrary;
  readonly projects: ProjectShelf;
  readonly highlights: HighlightAnalysis;
  readonly exports: Exports;
  readonly problems: StoredProblems;
  readonly beats: BeatAnalysis;
  readonly speech: SpeechRecognition;
  readonly captioning: VideoCaptioning;
  readonly backgroundMusic: BackgroundMusic;
  readonly screenAwake: ScreenAwake;
  readonly ledger: Ledger;
  readonly disk: Disk;
  /** What planning a project needs to know of its files. May be used in `useLiveQuery`. */
  planSources(project: Project): Promise<PlanSources>;
  createPreview(canvas: HTMLCanvasElement): PreviewPlayer;
  /** Imports the demo pack (already stored files are not stored again) and makes a project of it. */
  openSample(): Promise<Project>;
}

/** What is wrong with stored things: a row that cannot be read, a file that is gone. Everything else goes on working. */
export interface StoredProblems {
  /** For `useSyncExternalStore`. */
  list(): readonly StudioError[];
  subscribe(listener: () => void): () => void;
}

/** Where everything is kept: what takes how much room, and what may go. */
export interface Disk {
  /** What uses what, by looking at every file. May be used in `useLiveQuery`. */
  usage(): Promise<StorageUsage>;
  room(): Promise<DiskRoom>;
  /** Brings a project or export back from the trash. @throws StudioError `not-found`. */
  restore(id: string): Promise<void>;
  /** Deletes things in the trash for good. */
  erase(ids: readonly string[]): Promise<void>;
  /** Deletes all media that no project uses, in the trash or not. @returns how many there were. */
  removeUnusedMedia(): Promise<number>;
  /** Beats and best parts are found again where they are needed. */
  forgetAnalyses(): Promise<void>;
  /** A file that was left when a database was gone. @throws StudioError `not-found`. */
  rescued(name: string): Promise<File>;
  removeRescued(name: string): Promise<void>;
  /** Takes such a file back into the library, where `title` is its name. @throws StudioError when it is no media. */
  importRescued(name: string, title: string): Promise<void>;
  /** Days that finished videos are kept; null keeps them until they are deleted by hand. May be used in `useLiveQuery`. */
  resultDays(): Promise<number | null>;
  /** From the next cleaning on: at a start, and once a day while a page is open. */
  keepResults(days: number | null): Promise<void>;
  /** Whether the browser will not delete anything by itself. */
  isProtected(): Promise<boolean>;
  /** Asks the browser for that; it may ask the person. @returns whether it agreed. */
  protect(): Promise<boolean>;
  /** Called when the stored things were deleted while the page was open, until the returned function is called. */
  onVanished(listener: () => void): () => void;
}

/** How much more can be stored, in bytes. */
export interface DiskRoom {
  /** At least so much, found out by trying. */
  readonly bytes: number;
  /** True where nobody looked further. */
  readonly isMore: boolean;
  /** What the browser says: an artificial figure in Chromium. */
  readonly claimedBytes: number;
}

/** Where clips are worth seeing: found once after their import, in the background. */
export interface HighlightAnalysis {
  /** Of those clips that have been looked through. May be used in `useLiveQuery`. */
  cached(assetIds: readonly AssetId[]): Promise<ReadonlyMap<AssetId, HighlightCurve>>;
  /**
   * Looks through a clip, or answers what is known. Others who wait for the same clip are not disturbed by a cancel.
   * @throws StudioError `decoder-failed`, `not-found`, `cancelled`.
   */
  analyse(assetId: AssetId, options?: HighlightOptions): Promise<HighlightCurve>;
}

export interface HighlightOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Imported media. The reading calls may be used in `useLiveQuery`: they touch the tables that they answer from. */
export interface AssetLibrary {
  /** Each file succeeds or fails alone; the answers come in the order of the files. */
  importFiles(files: readonly File[], options?: ImportOptions): Promise<ImportOutcome[]>;
  list(kind?: MediaKind): Promise<MediaAsset[]>;
  lookup(ids: readonly AssetId[]): Promise<AssetLookup>;
  /** @throws StudioError `state-conflict` while a project uses the asset. */
  remove(id: AssetId): Promise<void>;
  /** The stored bytes, backed by disk. @throws StudioError `not-found`. */
  file(id: AssetId): Promise<File>;
  /** What is shown and exported: the rendition of a file that browsers cannot decode, else `file`. @throws as `file` */
  playable(id: AssetId): Promise<File>;
  thumbnail(id: AssetId): Promise<Blob | null>;
  /** Small pictures of a clip (JPEG, 96 px high), evenly spread over its length; empty for all else. */
  filmstrip(id: AssetId): Promise<readonly Blob[]>;
  peaks(id: AssetId): Promise<Float32Array | null>;
}

/** Listens to music. */
export interface BeatAnalysis {
  /** What was found earlier; null where nobody has listened yet. May be used in `useLiveQuery`. */
  cached(assetId: AssetId): Promise<BeatGrid | null>;
  /**
   * Finds the beats of a track or of a clip's sound, once for all who ask. Who cancels leaves; the last one ends it.
   * @throws StudioError `not-found`, `cancelled`, `file-damaged`, `worker-crashed`; at once what `unheard` says.
   */
  analyse(assetId: AssetId, options?: AnalysisOptions): Promise<BeatGrid>;
  /**
   * Ends the listening for everyone who waits, and keeps it from beginning again in this session until `allow`. Plans are
   * made as for music without a pulse meanwhile.
   */
  cancel(assetId: AssetId): void;
  allow(assetId: AssetId): void;
  /** Why nobody listens to a track in this session: `cancelled`, or what listening failed with; null where it may be done. */
  unheard(assetId: AssetId): StudioError | null;
  /** Called when `unheard` changes for any track. For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
}

export interface AnalysisOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BeatAnalysisProgress) => void;
}

export interface BeatAnalysisProgress {
  readonly stage: 'decoding' | 'listening';
  /** 0 to 1, of the whole analysis. */
  readonly fraction: number;
}

/** Writes down what is said. */
export interface SpeechRecognition {
  /**
   * One file after the other, in the order in which they were asked for.
   * @param media an asset, or any file with sound.
   * @throws StudioError `not-found`, `file-damaged`, `file-unsupported` (the file or the model), `input-invalid` for a
   * language or task that the model does not know, `cancelled`, `worker-crashed`.
   */
  transcribe(media: AssetId | File, options: TranscribeOptions): Promise<HeardTranscript>;
  /**
   * The models that the app's own host lists. None where it has no list.
   * @throws StudioError `storage-failed` where the host does not answer.
   */
  models(): Promise<readonly SpeechModelOffer[]>;
}

/** A model that may be chosen. */
export interface SpeechModelOffer {
  readonly name: string;
  /** For people, such as `Whisper tiny`. */
  readonly title: string;
  /** What the first use loads. */
  readonly bytes: number;
  /** What it loads where a graphics card computes; null where there are no weights for one. */
  readonly gpuBytes: number | null;
  readonly languages: 'english' | 'many';
  /** Where its files lie if not with the app: the person is asked before that host is. */
  readonly elsewhere: ModelHost | null;
}

/** Another host that has a model's files. */
export interface ModelHost {
  /** Absolute, of the model's folder, ending in `/`. */
  readonly address: string;
  /** Of each file, in hex: nothing else is taken for it. */
  readonly sha256: Readonly<Record<string, string>>;
  /** True where every file is on this machine already. */
  readonly isKept: boolean;
}

export interface TranscribeOptions {
  readonly model: SpeechModelChoice;
  /** ISO 639-1; null, the default, lets the model hear it. */
  readonly language?: string | null;
  /** `translate` writes English whatever is spoken. */
  readonly task?: 'transcribe' | 'translate';
  readonly onProgress?: (progress: TranscribeProgress) => void;
  readonly signal?: AbortSignal;
}

/** Name of one of the app's own models, one of another host, or one that the person brings: transformers.js's layout. */
export type SpeechModelChoice = string | OwnModel | HostedModel | Omit<BroughtModel, 'bytes'>;

export interface OwnModel {
  readonly name: string;
  /** There are weights for the graphics card, which are loaded where there is one. */
  readonly gpuWeights: boolean;
}

export interface HostedModel extends Omit<ModelHost, 'isKept'> {
  readonly name: string;
}

/** A model from the person's own disk. */
export interface BroughtModel {
  readonly name: string;
  /** Paths are inside the model's folder, such as `onnx/encoder_model_quantized.onnx`. */
  readonly files: readonly { readonly path: string; readonly bytes: Blob }[];
  /** Of all its files. */
  readonly bytes: number;
}

export interface TranscribeProgress {
  readonly stage: 'loading' | 'listening';
  /** 0 to 1, of the stage. */
  readonly fraction: number;
  /** All words so far; the latest may still change. */
  readonly words: readonly SpokenWord[];
  /** What is being heard right now, behind those words. */
  readonly text: string;
}

export interface HeardTranscript extends Transcript {
  /** Length of the sound in seconds. */
  readonly duration: number;
  /** What computed. */
  readonly device: SpeechDevice;
  /** Why it was not the graphics card, where one was tried; else null. */
  readonly gpuProblem: string | null;
}

/** Puts captions on videos. */
export interface VideoCaptioning {
  /** What of the captions would not be drawn as it is written. */
  check(cues: readonly Cue[]): RenderIssue[];
  /**
   * A new file of the video with its captions, one after the other in the order in which they were asked for. Size, frame
   * times and rotation are the source's; sound is taken over as it is.
   * @param media an asset, or any video file.
   * @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`, `decoder-failed`, `encoder-failed`,
   * `disk-full`, `input-invalid` where no caption lies in the video, `cancelled`, `worker-crashed`.
   */
  caption(media: AssetId | File, choice: CaptionChoice): Promise<MadeVideo>;
}

export interface CaptionChoice {
  /** In seconds from the first picture; what lies outside of the video is cut off. */
  readonly cues: readonly Cue[];
  readonly place: CaptionPlace;
  readonly onProgress?: ((progress: CaptionProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CaptionProgress {
  readonly step: 'reading' | 'captioning';
  /** Pictures, of this many in all. */
  readonly done: number;
  readonly total: number;
  /** Null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

/** What a tool has made. */
export interface MadeVideo {
  /** Named after its source, backed by disk: there until `discard`, or until the page is closed. */
  readonly video: File;
  readonly frames: number;
  /** Frees its room once it is saved or not wanted. */
  discard(): Promise<void>;
}

/** Puts music under videos. */
export interface BackgroundMusic {
  /**
   * A new file of the video with a track under its sound, one after the other in the order in which they were asked for.
   * Its pictures are copied packet by packet; the track starts over until the video ends. An MP4, or a WebM where that is
   * what its pictures are made for.
   * @param media an asset, or any video file, with sound or without.
   * @param track an asset, or any file with sound.
   * @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`, `encoder-failed`, `disk-full`,
   * `cancelled`, `worker-crashed`.
   */
  add(media: AssetId | File, track: AssetId | File, choice: MusicUnderVideo): Promise<MadeVideo>;
}

export interface MusicUnderVideo {
  readonly levels: MusicLevels;
  readonly onProgress?: ((progress: MusicProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MusicProgress {
  readonly step: 'reading' | 'listening' | 'mixing';
  /** Seconds of sound, of this many in all. */
  readonly done: number;
  readonly total: number;
  /** Of the step; null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportQueueProgress) => void;
  /** Called with each file's outcome as soon as it is known, in the order of the files. */
  readonly onFile?: (outcome: ImportOutcome) => void;
}

export interface ImportQueueProgress {
  readonly file: string;
  readonly fileIndex: number;
  readonly fileCount: number;
  readonly step: ImportStep;
  /** 0 to 1, of this step of this file; 0 where nobody knows. */
  readonly stepFraction: number;
  /** 0 to 1, of all bytes. */
  readonly fraction: number;
}

export type ImportOutcome =
  | { readonly ok: true; readonly asset: MediaAsset }
  | { readonly ok: false; readonly file: string; readonly error: StudioError };

export interface ProjectShelf {
  /** A new project that is not stored yet. */
  draft(): Project;
  /** @throws StudioError `disk-full`. */
  create(): Promise<Project>;
  /** @throws StudioError `not-found`. */
  get(id: string): Promise<Project>;
  list(): Promise<Project[]>;
  /** The one edited last. */
  latest(): Promise<Project | undefined>;
  /**
   * What cannot be stored is kept beside the database, and stored at a later start.
   * @throws StudioError `disk-full`, `state-conflict` where a newer studio has taken over.
   */
  save(project: Project): Promise<void>;
  /** Puts a project into the trash: saving it, or `Disk.restore`, brings it back. */
  remove(id: string): Promise<void>;
  /** Deletes a project for good: one that nobody has touched leaves no trace. */
  erase(id: string): Promise<void>;
}

export interface Exports {
  capabilities(): Promise<RenderCapabilities>;
  check(document: RenderDocument): Promise<RenderIssue[]>;
  estimate(document: RenderDocument): Promise<RenderEstimate>;
  /** Queues a render of the project as it is now. @throws StudioError `render-not-ready` naming the first error. */
  start(document: RenderDocument): Promise<RenderJob>;
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
  /** The finished video and thumbnail, backed by disk. @throws StudioError `not-found`. */
  output(id: string): Promise<{ readonly video: File; readonly thumbnail: File }>;
  readonly queue: ExportQueue;
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
  readonly durationSeconds: number;
}

export interface PreviewPlayer {
  load(project: Project): Promise<void>;
  /** Plays, at the latest as soon as what is loading can be seen. */
  play(): Promise<void>;
  pause(): void;
  /** Shows a frame; while playing, goes on from there. */
  seek(frame: number): void;
  /** In device pixels. */
  resize(size: Size): void;
  setMuted(muted: boolean): void;
  snapshot(): PreviewState;
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

export interface PreviewState {
  readonly status: 'empty' | 'loading' | 'ready' | 'failed';
  readonly playing: boolean;
  readonly muted: boolean;
  readonly frame: number;
  readonly durationFrames: number;
  readonly frameRate: FrameRate;
  readonly error: StudioError | null;
}
