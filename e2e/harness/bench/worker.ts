import { expose } from 'comlink';
import type { MediaAsset } from '#core/media/asset.ts';
import { plainSources } from '#core/plan/plan-sources.ts';
import { planTimeline } from '#core/plan/plan-timeline.ts';
import { createProject, mediaItem, musicChoice } from '#core/project/project.ts';
import type { RenderPart } from '#core/render/render-part.ts';
import { planSegments, type Segment } from '#core/render/segments.ts';
import { renderSettings } from '#core/render/settings.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { seconds } from '#core/units.ts';
import type { SoundFile } from '#engine/audio/sound-files.ts';
import { chooseBackend } from '#engine/compositor/choose-backend.ts';
import type { Compositor, CompositorBackend, FrameSource, MediaFile } from '#engine/compositor/compositor.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import type { ByteSink } from '#engine/export/byte-sink.ts';
import { createFfmpegEncoder } from '#engine/export/ffmpeg-frame-encoder.ts';
import type { PicturesParts, PicturesRequest } from '#engine/export/render-segments.ts';
import { createWebCodecsEncoder } from '#engine/export/webcodecs-frame-encoder.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import type { RenderRequest } from '#protocol/render.ts';
import { openByteSink } from '#storage/files/byte-sink.ts';
import { readFile, removeDirectory } from '#storage/files/file-system.ts';
import { partPath } from '#storage/files/paths.ts';
import { type PartFiles, renderAround, renderSound, renderWhole } from '../whole-render.ts';
import { renderUnbroken } from './unbroken-render.ts';

export interface BenchInput {
  /** Addresses of photos of 1200x1800. */
  readonly photos: readonly string[];
  readonly track: string;
  readonly text: string;
  readonly seconds: number;
}

/** Where the time of one export went, in milliseconds. */
export interface ExportTimes {
  readonly total: number;
  readonly drawing: number;
  readonly reading: number;
}

interface Job {
  readonly timeline: Timeline;
  readonly media: readonly MediaFile[];
  readonly sounds: readonly SoundFile[];
}

const SETTINGS = renderSettings('9:16', 'normal');
const PHOTO_SIZE = { width: 1200, height: 1800 };
const OUTPUT = 'bench/export.mp4';
const PARTS = 'bench/parts';
const PART_FILES: PartFiles = {
  open: (index) => openByteSink(partPath(PARTS, index)),
  read: async (index) => (await readFile(partPath(PARTS, index))) ?? new Blob(),
};
const ignorePacket = async () => {};
const ENCODERS = {
  webcodecs: () => createWebCodecsEncoder(SETTINGS, ignorePacket),
  ffmpeg: () => createFfmpegEncoder(SETTINGS, ignorePacket, () => {}),
};

let job: Job | null = null;
let backend: CompositorBackend = 'canvas';
let readyFrames: readonly Uint8Array<ArrayBuffer>[] = [];

const bench = {
  /** Loads the files, and keeps `ready` frames from the middle of the video (a cut in them) as the encoder gets them. */
  async prepare(input: BenchInput, ready: number): Promise<void> {
    job = await plan(input);
    backend = await chooseBackend();
    const { timeline, media } = job;
    const first = Math.round(timeline.durationFrames / 2 - timeline.durationFrames / 10 - ready / 2);
    readyFrames = await withParts(job, async (compositor, frameSource) => {
      await compositor.prepare(timeline, media);
      const frames: Uint8Array<ArrayBuffer>[] = [];
      for (let frame = first; frame < first + ready; frame++) {
        const scene = sceneAt(timeline, frame);
        compositor.draw(scene, await frameSource.load(scene));
        frames.push((await compositor.readI420()).slice());
      }
      return frames;
    });
  },

  /** One whole export as the product does it, to a file. */
  async exportVideo(): Promise<ExportTimes> {
    const { timeline, sounds, media } = prepared();
    const started = performance.now();
    const times = { drawing: 0, reading: 0 };
    await withSink((sink) =>
      withParts({ timeline, sounds, media }, async (compositor, frameSource) => {
        const request = { timeline, settings: SETTINGS, videoEncoder: 'webcodecs', sounds, media } as const;
        await renderWhole(request, { compositor: timed(compositor, times), frameSource }, PART_FILES, sink);
      }),
    );
    const total = performance.now() - started;
    await removeDirectory(PARTS);
    return { total, ...times };
  },

  /**
   * The pictures of a video with their sound put in: in segments that are joined, and in one unbroken encode. Each twice,
   * around the other, so that a machine that grows slower or faster meanwhile does so for both.
   */
  async compareSegments(first: keyof typeof MANNERS): Promise<Record<keyof typeof MANNERS, Cost>> {
    const { timeline, sounds, media } = prepared();
    const request = { timeline, settings: SETTINGS, videoEncoder: 'webcodecs', sounds, media } as const;
    const sound = { part: await renderSound(request, PART_FILES), file: await PART_FILES.read('sound') };
    const second = first === 'segments' ? 'unbroken' : 'segments';
    const costOf = (manner: keyof typeof MANNERS) =>
      withSink((sink) =>
        withParts({ timeline, media, sounds }, async (compositor, frameSource) => {
          const started = performance.now();
          const bytes = await MANNERS[manner](request, { compositor, frameSource }, sound, sink);
          return { milliseconds: performance.now() - started, bytes };
        }),
      );
    // The first of all is slower than any other: its code is compiled meanwhile.
    await costOf(second);
    const [a1, b1, b2, a2] = [await costOf(first), await costOf(second), await costOf(second), await costOf(first)];
    const costs = { [first]: sumOf(a1, a2), [second]: sumOf(b1, b2) } as Record<keyof typeof MANNERS, Cost>;
    await removeDirectory(PARTS);
    return costs;
  },

  /** What a pool of render workers needs for the same video. */
  poolRequest(): PoolBenchRequest {
    const { timeline, media } = prepared();
    const sources = media.map(({ assetId, name, bytes }) => ({ assetId, name, mimeType: bytes.type, bytes }));
    return {
      request: {
        timeline,
        settings: SETTINGS,
        media: sources,
        compositor: backend,
        videoEncoder: 'webcodecs',
        folder: PARTS,
      },
      segments: planSegments(timeline.durationFrames, SETTINGS),
    };
  },

  removeParts: () => removeDirectory(PARTS),

  /** Encodes `frames` pictures, taking the ready ones in turn. @returns milliseconds. */
  async encodeReady(kind: keyof typeof ENCODERS, frames: number): Promise<number> {
    prepared();
    const started = performance.now();
    const encoder = ENCODERS[kind]();
    try {
      for (let frame = 0; frame < frames; frame++) {
        await encoder.addFrame(readyFrames[frame % readyFrames.length] as Uint8Array<ArrayBuffer>, frame);
      }
      await encoder.finish();
    } finally {
      encoder.close();
    }
    return performance.now() - started;
  },
};

/** How the same pictures become a file. @returns its size in bytes. */
const MANNERS = {
  unbroken: renderUnbroken,
  segments: async (
    request: PicturesRequest,
    pictures: PicturesParts,
    sound: { readonly part: RenderPart },
    sink: ByteSink,
  ) => (await renderAround(sound.part, request, pictures, PART_FILES, sink)).bytes,
};

export interface Cost {
  readonly milliseconds: number;
  readonly bytes: number;
}

export interface PoolBenchRequest {
  readonly request: RenderRequest;
  readonly segments: readonly Segment[];
}

function sumOf(a: Cost, b: Cost): Cost {
  return { milliseconds: a.milliseconds + b.milliseconds, bytes: a.bytes + b.bytes };
}

async function withSink<T>(work: (sink: ByteSink) => Promise<T>): Promise<T> {
  const sink = await openByteSink(OUTPUT);
  try {
    return await work(sink);
  } finally {
    await sink.discard();
  }
}

export type ExportBench = typeof bench;
expose(bench);

function prepared(): Job {
  if (!job) throw new Error('Call prepare first.');
  return job;
}

async function plan(input: BenchInput): Promise<Job> {
  const bytes = await Promise.all(input.photos.map(load));
  const media = bytes.map((blob, index) => ({ assetId: `photo-${index}`, name: `photo-${index}`, bytes: blob }));
  const assets = new Map(media.map(({ assetId }) => [assetId, photoAsset(assetId)]));
  assets.set('track', trackAsset(input.seconds));
  const project = {
    ...createProject('bench', 0, 1),
    items: media.map(({ assetId }) => mediaItem(assetId, assetId)),
    music: musicChoice('track'),
    hook: input.text,
    lengthSeconds: input.seconds,
  };
  const sounds = [{ assetId: 'track', bytes: await load(input.track), name: 'track' }];
  return { timeline: planTimeline(project, plainSources(assets), SETTINGS), media, sounds };
}

async function load(address: string): Promise<Blob> {
  return (await fetch(address)).blob();
}

function photoAsset(id: string): MediaAsset {
  return asset(id, { kind: 'image', format: 'jpeg', size: PHOTO_SIZE, hasAlpha: false, normalised: [] });
}

function trackAsset(length: number): MediaAsset {
  const facts = { kind: 'audio', container: 'MP3', codec: 'mp3', sampleRate: 44_100, channels: 2 } as const;
  return asset('track', { ...facts, durationSeconds: seconds(length) });
}

function asset(id: string, facts: MediaAsset['facts']): MediaAsset {
  return { id, hash: id, name: id, mimeType: '', bytes: 0, facts, rendition: null, importedAt: 0 };
}

async function withParts<T>(
  { timeline, media }: Job,
  work: (compositor: Compositor, frameSource: FrameSource) => Promise<T>,
): Promise<T> {
  const { size } = SETTINGS;
  const compositor = await createCompositor({ backend, size });
  const frameSource = createFrameSource({ timeline, media, outputSize: size });
  try {
    return await work(compositor, frameSource);
  } finally {
    frameSource.dispose();
    compositor.dispose();
  }
}

/** The same compositor, with a clock on its two costs. */
function timed(compositor: Compositor, times: { drawing: number; reading: number }): Compositor {
  return {
    backend: compositor.backend,
    size: compositor.size,
    prepare: (timeline, media) => compositor.prepare(timeline, media),
    draw(scene, pictures) {
      const started = performance.now();
      compositor.draw(scene, pictures);
      times.drawing += performance.now() - started;
    },
    async readI420() {
      const started = performance.now();
      const planes = await compositor.readI420();
      times.reading += performance.now() - started;
      return planes;
    },
    readRgba: () => compositor.readRgba(),
    resize: (size) => compositor.resize(size),
    dispose: () => compositor.dispose(),
  };
}
