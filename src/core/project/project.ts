import { type BeatAdjustment, NO_ADJUSTMENT } from '../beats/beat-grid.ts';
import { CENTRE, type FocusPoint } from '../geometry.ts';
import type { AssetId, ContentHash } from '../media/asset.ts';
import type { QualityMode, VideoFormat } from '../render/settings.ts';
import type { MotionKind } from '../style/motion.ts';
import { STYLE_NAMES, type StyleName } from '../style/style.ts';
import { type Captions, cuesOfTrack, NO_CAPTIONS } from './captions.ts';
import type { LogoChoice } from './logo.ts';
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
  /** Photos and clips in the order in which they are shown. */
  readonly items: readonly MediaItem[];
  /** True shows the items again, from the first, where the style wants more shots than there are items. */
  readonly repeatItems: boolean;
  readonly music: MusicChoice | null;
  readonly sound: SoundMix;
  readonly style: StyleChoice;
  readonly hook: string;
  /** `banner` is the golden frame's own place; `safe-area` keeps clear of what the platforms' apps draw over a video. */
  readonly hookPlacement: HookPlacement;
  /** As `#RRGGBB`; null leaves the style's own. */
  readonly hookColour: string | null;
  /** One of the workspace's own fonts; null leaves the style's. */
  readonly hookFont: ContentHash | null;
  readonly captions: Captions;
  readonly frame: FrameChoice;
  /** Of a built-in frame, as `#RRGGBB`; null leaves its own metal. */
  readonly frameColour: string | null;
  readonly logo: LogoChoice | null;
  readonly atmosphere: AtmosphereChoice;
  readonly format: VideoFormat;
  readonly quality: QualityMode;
  /** Length of the video in seconds; null follows the music, or the number of items. */
  readonly lengthSeconds: number | null;
  /** Seed of everything drawn by chance (atmosphere): 0 to 2^32 - 1. */
  readonly seed: number;
}

export const PROJECT_SCHEMA_VERSION = 8;

export type Fit = 'cover' | 'contain';

/** What fills the box beside a picture that is shown whole. */
export type Bars = 'plain' | 'blurred';

/** One photo or clip of the video, with what the person decided about it. */
export interface MediaItem {
  /** Unique in the project: the same file may be used twice. */
  readonly id: string;
  readonly assetId: AssetId;
  readonly fit: Fit;
  readonly bars: Bars;
  readonly focus: FocusPoint;
  /** `auto` lets the style decide. */
  readonly motion: MotionKind | 'auto';
  /** How long it is shown, in seconds; null lets the planner decide. */
  readonly lengthSeconds: number | null;
  /** How a clip fills its slot; a photo ignores it. */
  readonly playback: ItemPlayback;
  /** The clip's own sound; a photo ignores it. */
  readonly sound: ItemSound;
}

export const PLAYBACK_MODES = ['trim', 'speed', 'loop'] as const;

export interface ItemPlayback {
  /** `trim` shows a part, `speed` stretches what there is (0.5 to 2 times), `loop` starts over. */
  readonly mode: (typeof PLAYBACK_MODES)[number];
  /** Where in the clip it begins, in seconds; null takes the best part. */
  readonly startSeconds: number | null;
  /** Where the part ends that `speed` stretches over its slot, in seconds; null is the clip's end. */
  readonly endSeconds: number | null;
}

export interface ItemSound {
  /** Null plays it where the video has no music, or where captions show that something is said in it. */
  readonly muted: boolean | null;
  readonly gainDb: number;
}

export interface MusicChoice {
  readonly assetId: AssetId;
  readonly gainDb: number;
  /** What the person changed about the beats that were found. */
  readonly beats: BeatAdjustment;
}

export const DUCKING_MODES = ['none', 'music-under-clips', 'clips-under-music'] as const;

/** How music and the clips' own sound share the room. */
export interface SoundMix {
  readonly ducking: (typeof DUCKING_MODES)[number];
  /** How much quieter the one below gets, in decibels, at least 0. */
  readonly duckDb: number;
}

export interface StyleChoice {
  readonly preset: StyleName;
  /** 0 (colours as they are) to 100 (the style's whole grade). */
  readonly gradeStrength: number;
}

export const HOOK_PLACEMENTS = ['banner', 'safe-area'] as const;
export type HookPlacement = (typeof HOOK_PLACEMENTS)[number];

/** Gains that a person may set, in decibels. */
export const GAIN_RANGE_DB = { lowest: -60, highest: 12 } as const;

export const DEFAULT_SOUND: SoundMix = { ducking: 'music-under-clips', duckDb: 12 };
export const DEFAULT_STYLE: StyleChoice = { preset: STYLE_NAMES[0], gradeStrength: 100 };

/** A project with nothing in it and every default set. `now` is in milliseconds since 1970. */
export function createProject(id: string, now: number, seed: number): Project {
  return {
    schemaVersion: PROJECT_SCHEMA_VERSION,
    id,
    name: 'Untitled video',
    createdAt: now,
    updatedAt: now,
    items: [],
    repeatItems: true,
    music: null,
    sound: DEFAULT_SOUND,
    style: DEFAULT_STYLE,
    hook: '',
    hookPlacement: 'banner',
    hookColour: null,
    hookFont: null,
    captions: NO_CAPTIONS,
    frame: { kind: 'preset', preset: 'golden' },
    frameColour: null,
    logo: null,
    atmosphere: { kind: 'preset', preset: 'glitter-rain' },
    format: '9:16',
    quality: 'normal',
    lengthSeconds: null,
    seed: seed >>> 0,
  };
}

export function mediaItem(id: string, assetId: AssetId): MediaItem {
  return {
    id,
    assetId,
    fit: 'cover',
    bars: 'plain',
    focus: CENTRE,
    motion: 'auto',
    lengthSeconds: null,
    playback: { mode: 'trim', startSeconds: null, endSeconds: null },
    sound: { muted: null, gainDb: 0 },
  };
}

export function musicChoice(assetId: AssetId): MusicChoice {
  return { assetId, gainDb: 0, beats: NO_ADJUSTMENT };
}

/**
 * Whether the own sound of a clip is left out of the video. Where the person left it open it gives way to music, but not
 * where captions say what is spoken in it: they would go with it. The music then makes room, as `SoundMix` says.
 */
export function isMuted(
  { music, captions }: Pick<Project, 'music' | 'captions'>,
  { assetId, sound }: Pick<MediaItem, 'assetId' | 'sound'>,
): boolean {
  return sound.muted ?? (music !== null && cuesOfTrack(captions, assetId).length === 0);
}

/** How many different photos and clips are shown: the same one may be shown again and again. */
export function countMedia(items: readonly MediaItem[]): number {
  return new Set(items.map((item) => item.assetId)).size;
}

/** Every asset that the project needs, each once. */
export function assetsOfProject(project: Project): AssetId[] {
  const ids = new Set(project.items.map((item) => item.assetId));
  if (project.music) ids.add(project.music.assetId);
  if (project.frame.kind === 'custom') ids.add(project.frame.assetId);
  if (project.logo) ids.add(project.logo.assetId);
  if (project.atmosphere.kind === 'custom') ids.add(project.atmosphere.assetId);
  return [...ids];
}
