import type { AssetId } from '../media/asset.ts';

/** Names of the built-in looks, in the order in which they are offered. */

export const FRAME_PRESETS = ['golden', 'silver', 'luxury-1', 'luxury-2'] as const;
export type FramePreset = (typeof FRAME_PRESETS)[number];

export type FrameChoice =
  | { readonly kind: 'preset'; readonly preset: FramePreset }
  | { readonly kind: 'custom'; readonly assetId: AssetId }
  | { readonly kind: 'none' };

export const ATMOSPHERE_PRESETS = ['glitter-rain', 'sparkles'] as const;
export type AtmospherePreset = (typeof ATMOSPHERE_PRESETS)[number];

export type AtmosphereChoice =
  | { readonly kind: 'preset'; readonly preset: AtmospherePreset }
  | { readonly kind: 'custom'; readonly assetId: AssetId }
  | { readonly kind: 'none' };
