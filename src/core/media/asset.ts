import type { Size } from '../geometry.ts';
import type { AssetSource } from '../library/source.ts';
import type { Seconds } from '../units.ts';
import type { Normalisation } from './normalisation.ts';

/** Hex SHA-256 of a file's bytes, which is also its name in the store: the same file is stored once. */
export type ContentHash = string;

export type AssetId = string;

export type MediaKind = 'image' | 'video' | 'audio';

export interface ImageFacts {
  readonly kind: 'image';
  readonly format: ImageFormat;
  /** Size as shown, after EXIF orientation. */
  readonly size: Size;
  /** As the file has it. Missing for pictures from before it was asked for. */
  readonly storedSize?: Size;
  readonly hasAlpha: boolean;
  readonly normalised: readonly Normalisation[];
}

/** How bright a picture's numbers mean: PQ (SMPTE ST 2084) or HLG (ARIB STD-B67). */
export type HdrTransfer = 'pq' | 'hlg';

/** Degrees clockwise that a file asks its player to turn the picture. */
export type Rotation = 0 | 90 | 180 | 270;

export interface VideoFacts {
  readonly kind: 'video';
  readonly container: string;
  readonly codec: string;
  /** Size as shown, after rotation and pixel aspect ratio; of the rendition where there is one. */
  readonly size: Size;
  /** Of the file, before rotation and in its own pixels. Missing for clips from before it was asked for. */
  readonly storedSize?: Size;
  /** From the first picture's time to the last one's end. */
  readonly durationSeconds: Seconds;
  /** Sound that can be played: of the rendition where there is one. */
  readonly hasAudio: boolean;
  /** Pictures per second, on average over the file's beginning. */
  readonly frameRate: number;
  readonly frameTiming: 'constant' | 'variable';
  /** What the file asks for; `size` and the pictures are upright already. */
  readonly rotation: Rotation;
  /** Of the file; pictures are SDR in any case. Null for SDR. */
  readonly hdr: HdrTransfer | null;
  readonly normalised: readonly Normalisation[];
  /** Of the file, where it says so. Missing for clips from before it was asked for. */
  readonly colour?: ColourFacts;
  /** Bits per second of the whole file over the longest of its tracks. Missing for clips from before it was asked for. */
  readonly bitRate?: number;
  /** Of the file's own sound; null for a clip without. Missing for clips from before it was asked for. */
  readonly sound?: SoundFacts | null;
}

/** How a file says that its colours are meant, in the names of WebCodecs; null where it does not say. */
export interface ColourFacts {
  readonly primaries: string | null;
  readonly transfer: string | null;
  readonly matrix: string | null;
  readonly fullRange: boolean | null;
}

export interface SoundFacts {
  readonly codec: string;
  /** In hertz. */
  readonly sampleRate: number;
  readonly channels: number;
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

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic';

/** What is shown and exported in place of a file that browsers cannot decode. Its bytes lie in the store under `hash`. */
export interface Rendition {
  readonly hash: ContentHash;
  readonly bytes: number;
  readonly mimeType: string;
}

/** One imported file: what it is called, what was found in it. Its bytes lie in the store under `hash`. */
export interface MediaAsset {
  readonly id: AssetId;
  readonly hash: ContentHash;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly facts: MediaFacts;
  /** Null where the file itself is played. */
  readonly rendition: Rendition | null;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** When the file was last changed before it came, as far as its system told; milliseconds since 1970. */
  readonly modifiedAt?: number;
  readonly source?: AssetSource;
}

/** Bits per second of the whole file, pictures and sound and what holds them; null for pictures. */
export function bitRateOf({ bytes, facts }: Pick<MediaAsset, 'bytes' | 'facts'>): number | null {
  if (facts.kind === 'image' || facts.durationSeconds === 0) return null;
  if (facts.kind === 'video' && facts.bitRate !== undefined) return facts.bitRate;
  return (bytes * 8) / facts.durationSeconds;
}
