import type { AtmosphereChoice, AtmospherePreset, FrameChoice, FramePreset } from '#core/project/look.ts';
import type { QualityMode } from '#core/render/settings.ts';
import type { StyleName } from '#core/style/style.ts';
import { t } from '../words/words.ts';

/** What the choices are called on the screen. */

export const FRAME_NAMES: Record<FramePreset, string> = {
  golden: t`Golden`,
  silver: t`Silver`,
  'luxury-1': t`Luxury 1`,
  'luxury-2': t`Luxury 2`,
};

export const ATMOSPHERE_NAMES: Record<AtmospherePreset, string> = {
  'glitter-rain': t`Glitter rain`,
  sparkles: t`Sparkles`,
};

export const QUALITY_NAMES: Record<QualityMode, string> = { normal: t`Normal`, eco: t`Eco`, freeze: t`Freeze` };

export const QUALITY_WORDS: Record<QualityMode, string> = {
  normal: t`Full HD, 30 frames a second. Best for posting.`,
  eco: t`Smaller and quicker: 720p, 24 frames a second.`,
  freeze: t`Quickest: as Eco, with every picture held still.`,
};

export function frameName(frame: FrameChoice): string {
  if (frame.kind === 'preset') return FRAME_NAMES[frame.preset];
  return frame.kind === 'custom' ? t`Your picture` : t`None`;
}

export function atmosphereName(atmosphere: AtmosphereChoice): string {
  if (atmosphere.kind === 'preset') return ATMOSPHERE_NAMES[atmosphere.preset];
  return atmosphere.kind === 'custom' ? t`Your clip` : t`None`;
}

export const STYLE_LABELS: Record<StyleName, string> = {
  'luxury-gold': t`Luxury gold`,
  'cinematic-drama': t`Cinematic`,
  'energetic-dance': t`Energetic`,
  'minimal-clean': t`Minimal`,
  'vintage-film': t`Vintage`,
  'neon-night': t`Neon night`,
  'soft-romance': t`Romance`,
  'bold-sale': t`Bold sale`,
};
