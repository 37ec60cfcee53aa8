import type { BeatGrid } from '#core/beats/beat-grid.ts';
import type { RenderJob } from '#core/job/job.ts';
import type { MediaAsset, MediaKind } from '#core/media/asset.ts';
import type { Platform } from '#core/platform/platforms.ts';
import {
  addressesSchema,
  analysisOptionsSchema,
  type CaptionInput,
  captionSchema,
  checkArgument,
  concurrencySchema,
  type FileInput,
  fileInputSchema,
  filesSchema,
  type ImportUrlsOptions,
  idSchema,
  importUrlsOptionsSchema,
  kindSchema,
  listenerSchema,
  type MediaInput,
  type MergeInput,
  type MetricsOptions,
  type MusicInput,
  mediaInputSchema,
  mergeSchema,
  metricsOptionsSchema,
  musicSchema,
  type ProcessArguments,
  platformSchema,
  prioritySchema,
  processSchema,
  type SpeechInput,
  sceneField,
  secondsSchema,
  speechSchema,
} from './api/arguments.ts';
import type { BatchInput, BatchRowAnswer, BatchTableAnswer } from './api/batch.ts';
import { type BrandApi, createBrandApi } from './api/brand.ts';
import type { CaptionAnswer } from './api/caption.ts';
import type { ConvertInput } from './api/convert.ts';
import { createFontsApi, type FontsApi } from './api/fonts.ts';
import { health, type StudioHealth } from './api/health.ts';
import { fileOf } from './api/media-input.ts';
import { metrics, type StudioMetrics } from './api/metrics.ts';
import type { ProcessAnswer } from './api/process.ts';
import type { SpeechAnswer } from './api/speech.ts';
import { createWorkspacesApi, type WorkspacesApi } from './api/workspaces.ts';
import type { AnalysisOptions } from './studio/analyses.ts';
import type { ImportOutcome } from './studio/assets.ts';
import type { ConvertedFile } from './studio/conversion.ts';
import type { ExportedFiles, ExportQueue } from './studio/exports.ts';
import type { MadeVideo } from './studio/tools.ts';
import type { Studio } from './studio.ts';

/**
 * `window.studio`: what the page's buttons do, for scripts, tests and embedding. Every argument is checked by a schema;
 * every failure is a `StudioError` that names field, rule and value.
 */
export interface StudioApi {
  /** Imports the files, makes a project of them and queues its export. */
  process(request: ProcessArguments): Promise<ProcessAnswer>;
  readonly jobs: {
    get(id: string): Promise<RenderJob>;
    /** Newest first. */
    list(): Promise<RenderJob[]>;
    cancel(id: string): Promise<void>;
    retry(id: string): Promise<void>;
    /** Stops it, if it runs; it goes on from what it has finished once it is resumed. */
    pause(id: string): Promise<void>;
    resume(id: string): Promise<void>;
    /** Higher runs first; an integer from -1000 to 1000. */
    setPriority(id: string, priority: number): Promise<void>;
    /** Called at once and at each change, until the returned function is called. */
    watch(id: string, listener: (job: RenderJob) => void): () => void;
    /** The finished video and thumbnail, backed by disk, named for one of its platforms. */
    output(id: string, platform?: Platform): Promise<ExportedFiles>;
    /** Makes the frame on screen at this second the thumbnail and the cover of the file. */
    setCover(id: string, seconds: number): Promise<void>;
  };
  /** What holds for all jobs: pause and resume, how many run at once, whether too many failed. */
  readonly queue: ExportQueue;
  readonly assets: {
    /** Each file succeeds or fails alone; the answers come in the order of the files. */
    import(files: readonly FileInput[]): Promise<ImportOutcome[]>;
    /** The same for files at `https:` addresses on any server that lets other pages read them (CORS). */
    importUrls(addresses: readonly string[], options?: ImportUrlsOptions): Promise<ImportOutcome[]>;
    get(id: string): Promise<File>;
    /** Newest first. */
    list(kind?: MediaKind): Promise<MediaAsset[]>;
    remove(id: string): Promise<void>;
  };
  readonly beats: {
    /** Listens to a track, or to a clip's sound; the same one is listened to once. */
    analyse(assetId: string, options?: AnalysisOptions): Promise<BeatGrid>;
    /** Ends it for everyone who waits; until the next `analyse` of this track, videos are cut without its beats. */
    cancel(assetId: string): Promise<void>;
    /** What was found earlier; null where nobody has listened yet. */
    cached(assetId: string): Promise<BeatGrid | null>;
  };
  readonly speech: {
    /** Writes down what is said in a file or an asset, on this machine, and cuts it into captions. */
    transcribe(media: MediaInput, options: SpeechInput): Promise<SpeechAnswer>;
  };
  readonly tasks: {
    /** Puts captions on a video; `discard` what it gives once it is saved. */
    caption(media: MediaInput, options: CaptionInput): Promise<CaptionAnswer>;
    /** Imports the files of scenes and queues one video of them: its job is one as that of `process`. */
    merge(request: MergeInput): Promise<ProcessAnswer>;
    /** The rows of a CSV, and the files that they name. */
    readBatch(csv: FileInput): Promise<BatchTableAnswer>;
    /** Imports the files of a table and queues a video of each row; each fails alone. */
    batch(request: BatchInput): Promise<BatchRowAnswer[]>;
    /** Puts a track under a video, whose pictures are copied; `discard` what it gives once it is saved. */
    backgroundMusic(media: MediaInput, track: MediaInput, options?: MusicInput): Promise<MadeVideo>;
    /** Makes another kind of file of a video or a sound; `discard` what it gives once it is saved. */
    convert(media: MediaInput, options: ConvertInput): Promise<ConvertedFile>;
  };
  readonly workspaces: WorkspacesApi;
  readonly brand: BrandApi;
  readonly fonts: FontsApi;
  /** Whether this machine and this workspace are fit to make videos. */
  health(): Promise<StudioHealth>;
  /** How exports have gone: time per stage, success, waits, memory. */
  metrics(options?: MetricsOptions): Promise<StudioMetrics>;
}

export function createStudioApi(studio: Studio): StudioApi {
  const id = (value: unknown) => checkArgument(idSchema, value, 'id');
  return {
    process: async (request) => {
      const { process } = await import('./api/process.ts');
      return await process(studio, checkArgument(processSchema, request, 'process'));
    },
    jobs: {
      get: async (job) => studio.exports.get(id(job)),
      list: () => studio.exports.list(),
      cancel: async (job) => studio.exports.cancel(id(job)),
      retry: async (job) => studio.exports.retry(id(job)),
      pause: async (job) => studio.exports.pause(id(job)),
      resume: async (job) => studio.exports.resume(id(job)),
      setPriority: async (job, priority) =>
        studio.exports.setPriority(id(job), checkArgument(prioritySchema, priority, 'priority')),
      watch: (job, listener) => {
        checkArgument(listenerSchema, listener, 'listener');
        return studio.exports.watch(id(job), listener);
      },
      output: async (job, platform) =>
        studio.exports.output(id(job), checkArgument(platformSchema, platform, 'platform')),
      setCover: async (job, seconds) =>
        studio.exports.setCover(id(job), checkArgument(secondsSchema, seconds, 'seconds')),
    },
    queue: {
      get: () => studio.exports.queue.get(),
      watch: (listener) => {
        checkArgument(listenerSchema, listener, 'listener');
        return studio.exports.queue.watch(listener);
      },
      pause: () => studio.exports.queue.pause(),
      resume: () => studio.exports.queue.resume(),
      setConcurrency: async (jobs) =>
        studio.exports.queue.setConcurrency(checkArgument(concurrencySchema, jobs, 'concurrency')),
    },
    assets: {
      import: async (files) => {
        const checked = checkArgument(filesSchema, files, 'files');
        const named = await Promise.all(checked.map((file, index) => fileOf(file, `files.${index}`)));
        return await studio.assets.importFiles(named);
      },
      importUrls: async (addresses, options) =>
        studio.assets.importAddresses(
          checkArgument(addressesSchema, addresses, 'addresses'),
          checkArgument(importUrlsOptionsSchema, options, 'options'),
        ),
      get: async (asset) => studio.assets.file(id(asset)),
      list: async (kind) => studio.assets.list(checkArgument(kindSchema, kind, 'kind')),
      remove: async (asset) => studio.assets.remove(id(asset)),
    },
    beats: {
      analyse: async (asset, options) => {
        const checked = checkArgument(analysisOptionsSchema, options, 'options');
        studio.beats.allow(id(asset));
        return await studio.beats.analyse(id(asset), checked);
      },
      cancel: async (asset) => studio.beats.cancel(id(asset)),
      cached: async (asset) => studio.beats.cached(id(asset)),
    },
    speech: {
      transcribe: async (media, options) => {
        const { transcribeForScript } = await import('./api/speech.ts');
        return await transcribeForScript(
          studio,
          checkArgument(mediaInputSchema, media, 'media'),
          checkArgument(speechSchema, options, 'options'),
        );
      },
    },
    tasks: {
      caption: async (media, options) => {
        const { captionForScript } = await import('./api/caption.ts');
        return await captionForScript(
          studio,
          checkArgument(mediaInputSchema, media, 'media'),
          checkArgument(captionSchema, options, 'options'),
        );
      },
      merge: async (request) => {
        const { mergeForScript } = await import('./api/merge.ts');
        return await mergeForScript(studio, checkArgument(mergeSchema, request, 'merge', sceneField));
      },
      readBatch: async (csv) => {
        const { readBatchForScript } = await import('./api/batch.ts');
        return await readBatchForScript(checkArgument(fileInputSchema, csv, 'csv'));
      },
      batch: async (request) => {
        const { batchForScript, batchSchema } = await import('./api/batch.ts');
        return await batchForScript(studio, checkArgument(batchSchema, request, 'batch'));
      },
      backgroundMusic: async (media, track, options = {}) => {
        const { musicForScript } = await import('./api/background-music.ts');
        return await musicForScript(
          studio,
          checkArgument(mediaInputSchema, media, 'media'),
          checkArgument(mediaInputSchema, track, 'track'),
          checkArgument(musicSchema, options, 'options'),
        );
      },
      convert: async (media, options) => {
        const { convertForScript, convertSchema } = await import('./api/convert.ts');
        return await convertForScript(
          studio,
          checkArgument(mediaInputSchema, media, 'media'),
          checkArgument(convertSchema, options, 'options'),
        );
      },
    },
    workspaces: createWorkspacesApi(studio.workspaces, studio.workspace.id),
    brand: createBrandApi(studio.brand),
    fonts: createFontsApi(studio.fonts),
    health: () => health(studio),
    metrics: async (options) => metrics(studio, checkArgument(metricsOptionsSchema, options, 'options')),
  };
}
