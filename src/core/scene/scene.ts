import type { CaptionLook } from '../captions/looks.ts';
import type { Anchor } from '../captions/transcript.ts';
import type { Point, Rect, Size } from '../geometry.ts';
import type { AssetId, ContentHash } from '../media/asset.ts';
import type { FramePreset } from '../project/look.ts';
import type { ColourMatrix } from '../style/grade.ts';
import type { HookLook } from '../style/hook-look.ts';
import type { Seconds } from '../units.ts';
import type { ParticleField } from './particles.ts';

/**
 * One instant of a timeline: every keyframe resolved, layers sorted bottom to top. The seam between core, which decides,
 * and the engine, which draws. All positions are in pixels of `canvas`.
 */
export interface Scene {
  /** Its number on the timeline. */
  readonly frame: number;
  readonly canvas: Size;
  readonly layers: readonly SceneLayer[];
}

export type SceneLayer = FillLayer | ParticleLayer | PictureLayer | FrameLayer | TextLayer | CaptionLayer;

export interface FillLayer {
  readonly kind: 'fill';
  readonly area: Rect;
  /** As `#RRGGBB`. */
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A built-in atmosphere at one instant. */
export interface ParticleLayer {
  readonly kind: 'particles';
  readonly field: ParticleField;
  readonly time: Seconds;
  readonly opacity: number;
}

/** A photo, or one picture of a clip: `part` of `crop` of the source is drawn over `area`. */
export interface PictureLayer {
  readonly kind: 'picture';
  readonly picture: PictureReference;
  /** In pixels of the source as shown (after rotation). */
  readonly crop: Rect;
  /** In fractions (0 to 1) of `crop`. */
  readonly part: Rect;
  readonly area: Rect;
  /** The size of the whole `crop` where it is drawn largest during its clip: the engine scales the source once, to it. */
  readonly largestArea: Size;
  readonly opacity: number;
  /** Applied to the picture's own colours; null leaves them. */
  readonly grade: ColourMatrix | null;
  /** Out of focus, as a ground for another picture. */
  readonly blurred: boolean;
  /** True where no pixel of the source lets the layers below show through. */
  readonly opaque: boolean;
}

export type PictureReference =
  | { readonly kind: 'image'; readonly assetId: AssetId }
  /**
   * The picture on screen at `time` of the source. Times of one `stream` come in order; the same clip may be on in two
   * streams at once.
   */
  | { readonly kind: 'video'; readonly assetId: AssetId; readonly stream: string; readonly time: Seconds };

export interface FrameLayer {
  readonly kind: 'frame';
  readonly preset: FramePreset;
  /** As `#RRGGBB`; null leaves its own metal. */
  readonly colour: string | null;
}

/** Text wrapped and centred in a box. */
export interface TextLayer {
  readonly kind: 'text';
  readonly text: string;
  readonly box: Rect;
  readonly style: TextStyle;
  /** 0 to 1. */
  readonly opacity: number;
  /** From its place, in pixels. */
  readonly shift: Point;
  /** About the middle of its box. */
  readonly scale: number;
  /** Grapheme clusters that are shown, laid out as the whole text is; null shows all. */
  readonly visibleCharacters: number | null;
}

export interface TextStyle {
  readonly family: HookLook['family'];
  /** One of the workspace's own, which comes before the family; null is none. */
  readonly font: ContentHash | null;
  readonly fontPixels: number;
  readonly fontWeight: number;
  /** Distance of two baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly fill: string;
  readonly stroke: string;
  readonly strokePixels: number;
}

/** A caption, word by word. */
export interface CaptionLayer {
  readonly kind: 'caption';
  readonly words: readonly CaptionWord[];
  /** Where it may lie; it is set against the edges that the anchor names. */
  readonly area: Rect;
  readonly anchor: Anchor;
  /** All lengths in it are pixels of the canvas. */
  readonly style: CaptionStyle;
  /** Of the box behind the words, 0 to 1. */
  readonly boxOpacity: number;
}

/** One word of a caption at one instant. */
export interface CaptionWord {
  readonly text: string;
  /** No space before it. */
  readonly joined: boolean;
  readonly startsLine: boolean;
  /** As `#RRGGBB`. */
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
  /** About its middle. */
  readonly scale: number;
  /** Grapheme clusters that are shown; null shows all. */
  readonly visibleCharacters: number | null;
}

export type CaptionStyle = Pick<
  CaptionLook,
  'family' | 'fontPixels' | 'fontWeight' | 'lineHeight' | 'stroke' | 'strokePixels' | 'shadow' | 'box'
>;

/** The pictures that have to be decoded before the scene can be drawn. */
export function picturesOf(scene: Scene): PictureReference[] {
  return scene.layers.filter((layer) => layer.kind === 'picture').map((layer) => layer.picture);
}
