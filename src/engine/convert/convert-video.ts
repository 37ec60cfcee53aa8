import type { VideoConversion, VideoTarget } from '#core/convert/conversion.ts';
import { webBitRate } from '#core/convert/estimate.ts';
import { fitVideoSize } from '#core/convert/fit-size.ts';
import type { Size } from '#core/geometry.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { BrowserCodec } from '../export/browser-codec.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { probeBrowserCodec } from '../export/probe-encoder.ts';
import { reencodedBitRate } from '../video-file/bit-rate.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import { cannotEncode, encodingOf } from '../video-file/picture-recoder.ts';
import { type RecodingPlan, recodeVideo, type WrittenVideo } from '../video-file/recode-video.ts';
import { turnedSize } from '../video-file/turn-plane.ts';
import { openShownPlanes } from './shown-planes.ts';
import { planVideoSound } from './video-sound.ts';

export interface VideoConversionRequest {
  readonly file: VideoFile;
  readonly conversion: VideoConversion;
  /** Of sound that is encoded anew. */
  readonly audio: AudioSettings;
}

/**
 * Makes an MP4 (H.264 and AAC, its tables before its data) or a WebM (VP9 or VP8, and Opus) of a video. Each picture keeps
 * its time. Pictures that need not be made smaller keep their planes; none goes through RGB that a decoder gives with 8
 * bits and half the chroma each way.
 * @param onFrames as `recodeVideo`.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function convertVideo(
  { file, conversion, audio }: VideoConversionRequest,
  sink: ByteSink,
  onFrames: (frames: number) => void,
): Promise<WrittenVideo> {
  const video = await openVideo(file);
  try {
    const sound = await planVideoSound(video, file, conversion.to, audio);
    const plan = () => planFor(video, conversion);
    return await recodeVideo({ video, container: conversion.to, sound, plan }, sink, onFrames);
  } finally {
    video.input.dispose();
  }
}

async function planFor(video: OpenVideo, { to, size: wanted }: VideoConversion): Promise<RecodingPlan> {
  const { shown, rotation, flip, codec, bitRate, frameRate, name } = video;
  const upright = fitVideoSize(shown, wanted);
  const turn = { rotation, flip };
  const lying = turnedSize(upright, turn);
  // Every player turns an MP4; of WebM some do not know that it may be turned.
  const isTurned = to === 'webm' && (rotation !== 0 || flip);
  const size = isTurned ? upright : lying;
  const source = { size: shown, frameRate, bitRate: reencodedBitRate({ codec, bitRate, size: shown, frameRate }) };
  const rate = webBitRate(source, upright, to);
  const metadata = videoMetadata(video, to);
  return {
    codec: await codecFor(to, { name, size, bitRate: rate, frameRate }),
    size,
    bitRate: rate,
    metadata: isTurned ? { ...metadata, rotation: 0, flip: false } : metadata,
    shape: {},
    openPlanes: (first, isBt709) => openShownPlanes(first, isBt709, { lying, turn: isTurned ? turn : null }),
    advice: ADVICE[to],
    openDrawing: null,
  };
}

const ADVICE: Record<VideoTarget, string> = {
  mp4: 'Choose a smaller size, or use another browser.',
  webm: 'Choose MP4, or use another browser.',
};

interface Encoded {
  readonly name: string;
  readonly size: Size;
  readonly bitRate: number;
  readonly frameRate: number;
}

/** @throws StudioError `encoder-failed` where this browser makes no WebM. */
async function codecFor(to: VideoTarget, encoded: Encoded): Promise<BrowserCodec> {
  if (to === 'mp4') return 'avc';
  for (const codec of ['vp9', 'vp8'] as const) if (await probeBrowserCodec(encodingOf(encoded), codec)) return codec;
  throw cannotEncode({ ...encoded, advice: ADVICE.webm }, 'VP9 or VP8');
}
