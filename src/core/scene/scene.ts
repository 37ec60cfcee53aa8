import type { Rect, Size } from '../geometry.ts';
import type { AssetId } from '../media/asset.ts';
import type { FramePreset } from '../project/look.ts';
import type { Seconds } from '../units.ts';
import type { ParticleField } from './particles.ts';

/**
 * One instant of a timeline: every keyframe resolved, layers sorted bottom to top. The seam between core, which decides,
 * and the engine, which draws. All positions are in pixels of `canvas`.
 */
export interface Scene {
  readonly canvas: Size;
  readonly layers: readonly SceneLayer[];
}

export type SceneLayer = FillLayer | ParticleLayer | PictureLayer | FrameLayer | TextLayer;

export interface FillLayer {
  readonly kind: 'fill';
  readonly area: Rect;
  /** As `#RRGGBB`. */
  readonly colour: string;
}

/** A built-in atmosphere at one instant. */
export interface ParticleLayer {
  readonly kind: 'particles';
  readonly field: ParticleField;
  readonly time: Seconds;
  readonly opacity: number;
}

/** A photo, or one picture of a clip: `crop` of the source is drawn over `area`. */
export interface PictureLayer {
  readonly kind: 'picture';
  readonly picture: PictureReference;
  /** In pixels of the source as shown (after rotation). */
  readonly crop: Rect;
  readonly area: Rect;
  /** The largest area that this layer reaches during its clip: the engine scales the source once, to this size. */
  readonly largestArea: Size;
  readonly opacity: number;
  /** True where no pixel of the source lets the layers below show through. */
  readonly opaque: boolean;
}

export type PictureReference =
  | { readonly kind: 'image'; readonly assetId: AssetId }
  /** The picture on screen at `time` of the source. */
  | { readonly kind: 'video'; readonly assetId: AssetId; readonly time: Seconds };

export interface FrameLayer {
  readonly kind: 'frame';
  readonly preset: FramePreset;
}

/** Text wrapped and centred in a box. */
export interface TextLayer {
  readonly kind: 'text';
  readonly text: string;
  readonly box: Rect;
  readonly style: TextStyle;
}

export interface TextStyle {
  readonly fontPixels: number;
  readonly fontWeight: number;
  /** Distance of two baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly fill: string;
  readonly stroke: string;
  readonly strokePixels: number;
}

/** The pictures that have to be decoded before the scene can be drawn. */
export function picturesOf(scene: Scene): PictureReference[] {
  return scene.layers.filter((layer) => layer.kind === 'picture').map((layer) => layer.picture);
}
