import type { FocusPoint, Size } from '../geometry.ts';
import type { AssetId } from '../media/asset.ts';
import type { AtmospherePreset, FramePreset } from '../project/look.ts';
import type { PhotoFit } from '../project/project.ts';
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
  readonly name: 'atmosphere' | 'content' | 'frame' | 'text' | 'music';
  readonly clips: readonly Clip[];
}

export type Clip = ImageClip | VideoClip | OverlayClip | FrameClip | TextClip | AudioClip;

interface ClipSpan {
  /** First frame on the timeline. */
  readonly start: FrameIndex;
  /** Length in frames, at least 1. */
  readonly durationFrames: number;
}

/** A photo in the content box, growing from one scale to the other over the clip's own length. */
export interface ImageClip extends ClipSpan {
  readonly kind: 'image';
  readonly assetId: AssetId;
  readonly sourceSize: Size;
  readonly opaque: boolean;
  readonly fit: PhotoFit;
  readonly focus: FocusPoint;
  readonly zoom: { readonly from: number; readonly to: number };
}

/** A moving picture that fills the canvas and starts over when it ends. */
export interface VideoClip extends ClipSpan {
  readonly kind: 'video';
  readonly assetId: AssetId;
  readonly sourceSize: Size;
  readonly sourceDuration: Seconds;
  readonly opacity: number;
  /** False shows its first picture throughout. */
  readonly moving: boolean;
}

/** A built-in atmosphere, drawn from a seed. */
export interface OverlayClip extends ClipSpan {
  readonly kind: 'overlay';
  readonly preset: AtmospherePreset;
  readonly seed: number;
  readonly opacity: number;
  readonly moving: boolean;
}

export interface FrameClip extends ClipSpan {
  readonly kind: 'frame';
  readonly frame:
    | { readonly kind: 'preset'; readonly preset: FramePreset }
    | { readonly kind: 'custom'; readonly assetId: AssetId; readonly sourceSize: Size };
}

export interface TextClip extends ClipSpan {
  readonly kind: 'text';
  readonly text: string;
}

export interface AudioClip extends ClipSpan {
  readonly kind: 'audio';
  readonly assetId: AssetId;
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
