import * as Comlink from 'comlink';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { renderSettings } from '#core/render/settings.ts';
import { endlessly } from '#core/timeline/playback.ts';
import type { AudioClip, Timeline } from '#core/timeline/timeline.ts';
import { type FrameRate, frameIndex, seconds } from '#core/units.ts';
import { probeEncoders } from '#engine/export/probe-encoder.ts';
import { scanTrack } from '#engine/media/probe-audio.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { renderWhole } from '../whole-render.ts';
import { drawnBars } from './drawn-bars.ts';
import { MACHINES } from './machines.ts';

MACHINES[self.name]?.();

export interface ExportRequest {
  readonly size: Size;
  readonly frameRate: FrameRate;
  readonly frames: number;
  readonly videoBitRate: number;
  readonly keyframeInterval: number;
  readonly fadeOutSeconds: number;
  readonly videoEncoder: 'webcodecs' | 'ffmpeg';
  /** Bytes after which the disk is full. */
  readonly diskBytes?: number;
  /** What is heard, each asset called by its file's name; by default the first file, from beginning to end. */
  readonly sounds?: readonly AudioClip[];
}

/** Errors cross as text: `code: message`. */
async function withPlainErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StudioError ? new Error(`${error.code}: ${error.message}`) : error;
  }
}

const NO_PICTURES = {
  load: async () => ({
    get: () => {
      throw new Error('These scenes have no pictures.');
    },
  }),
  update: () => undefined,
  dispose: () => undefined,
};

const harness = {
  probe: () => withPlainErrors(() => probeEncoders(renderSettings('9:16', 'normal'))),

  scan: (file: File) => withPlainErrors(() => scanTrack(file, file.name, () => undefined)),

  render: (request: ExportRequest, files: readonly File[]) =>
    withPlainErrors(async () => {
      const disk = new MemoryDisk(request.diskBytes ?? Number.POSITIVE_INFINITY);
      const video = disk.create();
      const settings = { ...renderSettings('9:16', 'normal'), ...request };
      let frames = 0;
      const { bytes } = await renderWhole(
        {
          timeline: timelineOf(request, request.sounds ?? files.slice(0, 1).map((file) => musicOf(request, file))),
          settings,
          videoEncoder: request.videoEncoder,
          media: [],
          sounds: files.map((file) => ({ assetId: file.name, bytes: file, name: file.name })),
        },
        { compositor: drawnBars(request.size), frameSource: NO_PICTURES },
        disk.partFiles(),
        video,
        () => frames++,
      );
      return { bytes, frames, flushed: video.flushed, file: video.toBlob() };
    }),
};

export type ExportHarness = typeof harness;

function musicOf({ frames, fadeOutSeconds }: ExportRequest, { name }: File): AudioClip {
  return {
    kind: 'audio',
    role: 'music',
    assetId: name,
    playback: { ...endlessly(seconds(frames)), atEnd: 'hold' },
    gainDb: 0,
    duckDb: 0,
    fadeInSeconds: seconds(0),
    fadeOutSeconds: seconds(fadeOutSeconds),
    start: frameIndex(0),
    durationFrames: frames,
  };
}

function timelineOf({ frameRate, size, frames }: ExportRequest, sounds: readonly AudioClip[]): Timeline {
  return { frameRate, canvas: size, durationFrames: frames, tracks: [{ name: 'music', clips: sounds }] };
}

Comlink.expose(harness);
