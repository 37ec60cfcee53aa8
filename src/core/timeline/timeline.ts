import type { CaptionLook } from '../captions/looks.ts';
import type { Cue } from '../captions/transcript.ts';
import type { FocusPoint, Rect, Size } from '../geometry.ts';
import type { AssetId, ContentHash } from '../media/asset.ts';
import type { AtmospherePreset, FramePreset } from '../project/look.ts';
import type { Bars, Fit, HookPlacement } from '../project/project.ts';
import type { ColourMatrix } from '../style/grade.ts';
import type { HookLook } from '../style/hook-look.ts';
import type { Motion } from '../style/motion.ts';
import type { Transition } from '../style/transition.ts';
import type { FrameIndex, FrameRate, Seconds } from '../units.ts';

/** What plays when: tracks of clips, counted in frames. JSON only. */
export interface Timeline {
  readonly frameRate: FrameRate;
  /** Reference canvas in pixels; an export or a preview may draw it at another scale. */
  readonly canvas: Size;
  readonly durationFrames: number;
  /** Bottom to top. */
  readonly tracks: readonly Track[];
}

export interface Track {
  readonly name: 'atmosphere' | 'content' | 'frame' | 'logo' | 'text' | 'captions' | 'music' | 'clip-sound' | 'voice';
  readonly clips: readonly Clip[];
}

export type Clip = ContentClip | OverlayClip | FrameClip | LogoClip | TextClip | CaptionClip | AudioClip;
export type ContentClip = ImageClip | VideoClip;

interface ClipSpan {
  /** First frame on the timeline. */
  readonly start: FrameIndex;
  /** Length in frames, at least 1. */
  readonly durationFrames: number;
}

/** How a shot lies in its box, and how it comes in. */
interface ContentPlacement {
  /** The project's item that it shows; the same item may have several shots. */
  readonly itemId: string;
  readonly assetId: AssetId;
  readonly sourceSize: Size;
  /** What it fills of the canvas, before it moves. */
  readonly box: Rect;
  readonly fit: Fit;
  readonly bars: Bars;
  readonly focus: FocusPoint;
  readonly motion: Motion;
  readonly grade: ColourMatrix | null;
  /** From the shot before; null is a hard cut. The shots' own spans meet at the cut without overlap. */
  readonly transition: Transition | null;
}

/** A photo. */
export interface ImageClip extends ClipSpan, ContentPlacement {
  readonly kind: 'image';
  readonly opaque: boolean;
}

/** A moving picture. */
export interface VideoClip extends ClipSpan, ContentPlacement {
  readonly kind: 'video';
  readonly playback: Playback;
}

/** Which time of a source is on at which time of its clip. */
export interface Playback {
  /** Time of the source at the clip's first frame. */
  readonly startSeconds: Seconds;
  /** Source seconds per second; 0 holds the first picture. */
  readonly speed: number;
  /** Where the source ends, or starts over. */
  readonly endSeconds: Seconds;
  readonly atEnd: 'hold' | 'loop';
  /** Where a loop goes on, at most `startSeconds`. */
  readonly loopStartSeconds: Seconds;
}

/** The atmosphere: fills the canvas and starts over when it ends. */
export interface OverlayClip extends ClipSpan {
  readonly kind: 'overlay';
  readonly content:
    | { readonly kind: 'preset'; readonly preset: AtmospherePreset; readonly seed: number }
    | { readonly kind: 'video'; readonly assetId: AssetId; readonly sourceSize: Size; readonly playback: Playback };
  readonly opacity: number;
  /** False shows its first picture throughout. */
  readonly moving: boolean;
}

export interface FrameClip extends ClipSpan {
  readonly kind: 'frame';
  readonly frame:
    | { readonly kind: 'preset'; readonly preset: FramePreset; readonly colour: string | null }
    | { readonly kind: 'custom'; readonly assetId: AssetId; readonly sourceSize: Size };
}

export interface LogoClip extends ClipSpan {
  readonly kind: 'logo';
  readonly assetId: AssetId;
  readonly sourceSize: Size;
  /** Where it lies on the canvas. */
  readonly area: Rect;
  readonly opacity: number;
}

export interface TextClip extends ClipSpan {
  readonly kind: 'text';
  readonly text: string;
  readonly look: HookLook;
  /** One of the workspace's own; null is that of the look. */
  readonly font: ContentHash | null;
  readonly placement: HookPlacement;
}

/** One caption; the times in its cue are seconds of the timeline. */
export interface CaptionClip extends ClipSpan {
  readonly kind: 'caption';
  readonly cue: Cue;
  readonly look: CaptionLook;
}

export interface AudioClip extends ClipSpan {
  readonly kind: 'audio';
  readonly role: 'music' | 'clip' | 'voice';
  readonly assetId: AssetId;
  readonly playback: Playback;
  readonly gainDb: number;
  /** How much quieter it gets while a sound of the other role is on, in decibels, at least 0. */
  readonly duckDb: number;
  readonly fadeInSeconds: Seconds;
  readonly fadeOutSeconds: Seconds;
}

export function isOnScreen(clip: Clip, frame: number): boolean {
  return frame >= clip.start && frame < clip.start + clip.durationFrames;
}

export function clipsOf<Kind extends Clip['kind']>(timeline: Timeline, kind: Kind): Extract<Clip, { kind: Kind }>[] {
  return timeline.tracks
    .flatMap((track) => track.clips)
    .filter((clip): clip is Extract<Clip, { kind: Kind }> => clip.kind === kind);
}

/** The shots in the order in which they are shown. */
export function shotsOf(timeline: Timeline): ContentClip[] {
  return timeline.tracks
    .flatMap((track) => track.clips)
    .filter((clip): clip is ContentClip => clip.kind === 'image' || clip.kind === 'video')
    .sort((a, b) => a.start - b.start);
}
