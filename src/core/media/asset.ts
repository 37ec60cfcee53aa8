import type { Size } from '../geometry.ts';
import type { Seconds } from '../units.ts';

/** Hex SHA-256 of a file's bytes, which is also its name in the store: the same file is stored once. */
export type ContentHash = string;

export type AssetId = string;

export type MediaKind = 'image' | 'video' | 'audio';

export interface ImageFacts {
  readonly kind: 'image';
  readonly format: ImageFormat;
  /** Size as shown, after EXIF orientation. */
  readonly size: Size;
  readonly hasAlpha: boolean;
}

export interface VideoFacts {
  readonly kind: 'video';
  readonly container: string;
  readonly codec: string;
  /** Size as shown, after rotation and pixel aspect ratio. */
  readonly size: Size;
  readonly durationSeconds: Seconds;
  readonly hasAudio: boolean;
}

export interface AudioFacts {
  readonly kind: 'audio';
  readonly container: string;
  readonly codec: string;
  readonly durationSeconds: Seconds;
  /** In hertz. */
  readonly sampleRate: number;
  readonly channels: number;
}

export type MediaFacts = ImageFacts | VideoFacts | AudioFacts;

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** One imported file: what it is called, what was found in it. Its bytes lie in the store under `hash`. */
export interface MediaAsset {
  readonly id: AssetId;
  readonly hash: ContentHash;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly facts: MediaFacts;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
}
