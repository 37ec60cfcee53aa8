import type { Size } from '../geometry.ts';
import type { FrameRate } from '../units.ts';

/** What a render makes. Complete: inner code never asks whether a field is set. */
export interface RenderSettings {
  readonly quality: QualityMode;
  readonly size: Size;
  readonly frameRate: FrameRate;
  /** In bits per second. */
  readonly videoBitRate: number;
  /** Frames from one keyframe to the next. */
  readonly keyframeInterval: number;
  /** False holds every layer still. */
  readonly motion: boolean;
  readonly audio: AudioSettings;
}

export interface AudioSettings {
  /** In hertz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** In bits per second. */
  readonly bitRate: number;
  /** Length of the fade to silence at the end, in seconds. */
  readonly fadeOutSeconds: number;
}

export const VIDEO_FORMATS = ['9:16', '4:5', '1:1', '16:9'] as const;
export type VideoFormat = (typeof VIDEO_FORMATS)[number];

export const QUALITY_MODES = ['normal', 'eco', 'freeze'] as const;
export type QualityMode = (typeof QUALITY_MODES)[number];

/** Length of the shorter side of the reference canvas, in pixels. */
export const REFERENCE_SHORT_SIDE = 1080;

const REFERENCE_SIZES: Record<VideoFormat, Size> = {
  '9:16': { width: 1080, height: 1920 },
  '4:5': { width: 1080, height: 1350 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
};

const MODES: Record<QualityMode, { shortSide: number; fps: number; videoBitRate: number; motion: boolean }> = {
  normal: { shortSide: 1080, fps: 30, videoBitRate: 7_000_000, motion: true },
  eco: { shortSide: 720, fps: 24, videoBitRate: 2_500_000, motion: true },
  freeze: { shortSide: 720, fps: 24, videoBitRate: 2_500_000, motion: false },
};

const KEYFRAME_INTERVAL_SECONDS = 2;

/** Of every file that is made. */
export const AUDIO: AudioSettings = { sampleRate: 48_000, channels: 2, bitRate: 192_000, fadeOutSeconds: 1.5 };

/** Canvas on which the composition's numbers are given, in pixels. */
export function referenceSize(format: VideoFormat): Size {
  return REFERENCE_SIZES[format];
}

/** @param mostVideoBitRate what a platform's limits leave, in bits per second; null where the quality alone decides. */
export function renderSettings(
  format: VideoFormat,
  quality: QualityMode,
  mostVideoBitRate: number | null = null,
): RenderSettings {
  const mode = MODES[quality];
  const factor = mode.shortSide / REFERENCE_SHORT_SIDE;
  const reference = referenceSize(format);
  return {
    quality,
    size: { width: even(reference.width * factor), height: even(reference.height * factor) },
    frameRate: { numerator: mode.fps, denominator: 1 },
    videoBitRate: Math.min(mode.videoBitRate, mostVideoBitRate ?? mode.videoBitRate),
    keyframeInterval: mode.fps * KEYFRAME_INTERVAL_SECONDS,
    motion: mode.motion,
    audio: AUDIO,
  };
}

/** 4:2:0 chroma needs even sides. */
function even(length: number): number {
  return 2 * Math.round(length / 2);
}
