import type { Size } from '../geometry.ts';

export const VIDEO_TARGETS = ['mp4', 'webm'] as const;
export const ANIMATION_TARGETS = ['gif', 'webp'] as const;
export const SOUND_TARGETS = ['mp3', 'wav'] as const;
export const CONVERSION_TARGETS = [...VIDEO_TARGETS, ...ANIMATION_TARGETS, ...SOUND_TARGETS] as const;

export type VideoTarget = (typeof VIDEO_TARGETS)[number];
export type AnimationTarget = (typeof ANIMATION_TARGETS)[number];
export type SoundTarget = (typeof SOUND_TARGETS)[number];
export type ConversionTarget = (typeof CONVERSION_TARGETS)[number];

export const VIDEO_SIZES = ['original', '1080p', '720p', '480p'] as const;
export type VideoSize = (typeof VIDEO_SIZES)[number];

/** What a file becomes. */
export type Conversion = VideoConversion | AnimationConversion | SoundConversion;

export interface VideoConversion {
  readonly to: VideoTarget;
  readonly size: VideoSize;
}

/** Pictures without sound that play in a page or a message by themselves. */
export interface AnimationConversion {
  readonly to: AnimationTarget;
  /** In pixels; less where the video is narrower. */
  readonly width: number;
  /** Frames a second. */
  readonly frameRate: number;
  /** Which part, in seconds from the first picture. */
  readonly startSeconds: number;
  readonly seconds: number;
}

export interface SoundConversion {
  readonly to: SoundTarget;
}

/** What is known of a file that may be converted. */
export interface ConvertibleFile {
  /** Of pictures and sound, whichever lasts longer. */
  readonly durationSeconds: number;
  readonly pictures: ConvertiblePictures | null;
  readonly sound: ConvertibleSound | null;
}

export interface ConvertiblePictures {
  /** As a viewer sees it: upright, in square pixels. */
  readonly size: Size;
  readonly frames: number;
  /** From the first one's beginning to the last one's end. */
  readonly durationSeconds: number;
  /** Frames a second, in the mean. */
  readonly frameRate: number;
  /** Bits a second that H.264 needs to look as good. */
  readonly bitRate: number;
}

export interface ConvertibleSound {
  readonly durationSeconds: number;
  /** In hertz. */
  readonly sampleRate: number;
  readonly channels: number;
}
