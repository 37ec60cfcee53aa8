import { CENTRE, type FocusPoint } from '../geometry.ts';
import type { AssetId } from '../media/asset.ts';
import type { QualityMode, VideoFormat } from '../render/settings.ts';
import type { AtmosphereChoice, FrameChoice } from './look.ts';

/**
 * The document that a person edits: JSON only. It holds decisions; everything that follows from them
 * (the timeline, scenes, pixels) is computed.
 */
export interface Project {
  readonly schemaVersion: typeof PROJECT_SCHEMA_VERSION;
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly photos: readonly PhotoItem[];
  readonly music: MusicChoice | null;
  readonly hook: string;
  readonly frame: FrameChoice;
  readonly atmosphere: AtmosphereChoice;
  readonly format: VideoFormat;
  readonly quality: QualityMode;
  /** Length of the video in seconds; null follows the music, or the number of photos. */
  readonly lengthSeconds: number | null;
  /** Seed of everything drawn by chance (atmosphere): 0 to 2^32 - 1. */
  readonly seed: number;
}

export const PROJECT_SCHEMA_VERSION = 1;

export type PhotoFit = 'cover' | 'contain';

export interface PhotoItem {
  /** Unique in the project: the same photo may be used twice. */
  readonly id: string;
  readonly assetId: AssetId;
  readonly fit: PhotoFit;
  readonly focus: FocusPoint;
}

export interface MusicChoice {
  readonly assetId: AssetId;
}

/** A project with nothing in it and every default set. `now` is in milliseconds since 1970. */
export function createProject(id: string, now: number, seed: number): Project {
  return {
    schemaVersion: PROJECT_SCHEMA_VERSION,
    id,
    name: 'Untitled video',
    createdAt: now,
    updatedAt: now,
    photos: [],
    music: null,
    hook: '',
    frame: { kind: 'preset', preset: 'golden' },
    atmosphere: { kind: 'preset', preset: 'glitter-rain' },
    format: '9:16',
    quality: 'normal',
    lengthSeconds: null,
    seed: seed >>> 0,
  };
}

export function photoItem(id: string, assetId: AssetId): PhotoItem {
  return { id, assetId, fit: 'cover', focus: CENTRE };
}

/** Every asset that the project needs, each once. */
export function assetsOfProject(project: Project): AssetId[] {
  const ids = new Set(project.photos.map((photo) => photo.assetId));
  if (project.music) ids.add(project.music.assetId);
  if (project.frame.kind === 'custom') ids.add(project.frame.assetId);
  if (project.atmosphere.kind === 'custom') ids.add(project.atmosphere.assetId);
  return [...ids];
}
