import type { HookLook } from '../style/hook-look.ts';
import type { Anchor } from './transcript.ts';

/** How captions look: data alone. All lengths are pixels of a picture whose shorter side is 1080. */

export const CAPTION_LOOK_NAMES = ['classic', 'boxed', 'karaoke', 'pop', 'typewriter', 'luxury-gold'] as const;
export type CaptionLookName = (typeof CAPTION_LOOK_NAMES)[number];

/**
 * What moves: nothing; the spoken word in the accent colour; each word as it is spoken; its letters; or all of it fading
 * in and out.
 */
export type CaptionAnimation = 'none' | 'highlight' | 'pop' | 'typewriter' | 'fade';

export interface CaptionLook {
  readonly family: HookLook['family'];
  readonly fontPixels: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  /** Distance of two baselines, as a multiple of the font size. */
  readonly lineHeight: number;
  readonly uppercase: boolean;
  /** As `#RRGGBB`, like every colour here. */
  readonly fill: string;
  /** Of the word that is spoken. */
  readonly accent: string;
  readonly stroke: string;
  readonly strokePixels: number;
  readonly shadow: CaptionShadow | null;
  readonly box: CaptionBox | null;
  readonly animation: CaptionAnimation;
  /** Where captions stand inside what the platforms leave free. */
  readonly anchor: Anchor;
}

export interface CaptionShadow {
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
  readonly blurPixels: number;
  /** How far it falls to the right and down. */
  readonly shiftPixels: number;
}

/** Behind each line. */
export interface CaptionBox {
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
  readonly paddingPixels: number;
  readonly radiusPixels: number;
}

const SOFT_SHADOW: CaptionShadow = { colour: '#000000', opacity: 0.6, blurPixels: 10, shiftPixels: 3 };

const PLAIN: CaptionLook = {
  family: 'sans',
  fontPixels: 64,
  fontWeight: 700,
  lineHeight: 1.25,
  uppercase: false,
  fill: '#FFFFFF',
  accent: '#FFD84A',
  stroke: '#000000',
  strokePixels: 4,
  shadow: null,
  box: null,
  animation: 'none',
  anchor: 2,
};

export const CAPTION_LOOKS: Record<CaptionLookName, CaptionLook> = {
  classic: { ...PLAIN, shadow: SOFT_SHADOW },
  boxed: {
    ...PLAIN,
    fontPixels: 56,
    fontWeight: 600,
    lineHeight: 1.45,
    strokePixels: 0,
    box: { colour: '#000000', opacity: 0.72, paddingPixels: 18, radiusPixels: 14 },
  },
  karaoke: { ...PLAIN, fontPixels: 72, fontWeight: 800, strokePixels: 6, animation: 'highlight' },
  pop: {
    ...PLAIN,
    fontPixels: 84,
    fontWeight: 900,
    uppercase: true,
    strokePixels: 8,
    shadow: { ...SOFT_SHADOW, shiftPixels: 6 },
    animation: 'pop',
    anchor: 5,
  },
  typewriter: {
    ...PLAIN,
    fontPixels: 58,
    fontWeight: 500,
    lineHeight: 1.4,
    fill: '#F4F1EA',
    strokePixels: 0,
    box: { colour: '#0B0B0C', opacity: 0.6, paddingPixels: 16, radiusPixels: 4 },
    animation: 'typewriter',
  },
  'luxury-gold': {
    ...PLAIN,
    family: 'serif',
    fontPixels: 74,
    lineHeight: 1.2,
    fill: '#D4AF37',
    accent: '#F7E7A6',
    stroke: '#1A1206',
    strokePixels: 3,
    shadow: { colour: '#000000', opacity: 0.75, blurPixels: 16, shiftPixels: 4 },
    animation: 'fade',
  },
};
