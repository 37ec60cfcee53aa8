import type { AtmosphereChoice, AtmospherePreset, FrameChoice, FramePreset } from '#core/project/look.ts';
import type { QualityMode } from '#core/render/settings.ts';
import type { StyleName } from '#core/style/style.ts';

/** What the choices are called on the screen. */

export const FRAME_NAMES: Record<FramePreset, string> = {
  golden: 'Golden',
  silver: 'Silver',
  'luxury-1': 'Luxury 1',
  'luxury-2': 'Luxury 2',
};

export const ATMOSPHERE_NAMES: Record<AtmospherePreset, string> = {
  'glitter-rain': 'Glitter rain',
  sparkles: 'Sparkles',
};

export const QUALITY_NAMES: Record<QualityMode, string> = { normal: 'Normal', eco: 'Eco', freeze: 'Freeze' };

export const QUALITY_WORDS: Record<QualityMode, string> = {
  normal: 'Full HD, 30 frames a second. Best for posting.',
  eco: 'Smaller and quicker: 720p, 24 frames a second.',
  freeze: 'Quickest: as Eco, with every picture held still.',
};

export function frameName(frame: FrameChoice): string {
  if (frame.kind === 'preset') return FRAME_NAMES[frame.preset];
  return frame.kind === 'custom' ? 'Your picture' : 'None';
}

export function atmosphereName(atmosphere: AtmosphereChoice): string {
  if (atmosphere.kind === 'preset') return ATMOSPHERE_NAMES[atmosphere.preset];
  return atmosphere.kind === 'custom' ? 'Your clip' : 'None';
}

export const STYLE_LABELS: Record<StyleName, string> = {
  'luxury-gold': 'Luxury gold',
  'cinematic-drama': 'Cinematic',
  'energetic-dance': 'Energetic',
  'minimal-clean': 'Minimal',
  'vintage-film': 'Vintage',
  'neon-night': 'Neon night',
  'soft-romance': 'Romance',
  'bold-sale': 'Bold sale',
};
