import type { AssetId } from '../media/asset.ts';

export const LOGO_CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type LogoCorner = (typeof LOGO_CORNERS)[number];

/** A picture of the library over the whole length of a video. */
export interface LogoChoice {
  readonly assetId: AssetId;
  /** Of what the platforms' apps leave free. */
  readonly corner: LogoCorner;
  /** Its longer side, as a fraction of the canvas' shorter one: within `LOGO_SIZE`. */
  readonly size: number;
  /** From the edges of what is free, as a fraction of the canvas' shorter side: within `LOGO_MARGIN`. */
  readonly margin: number;
  /** Within `LOGO_OPACITY`. */
  readonly opacity: number;
}

export const LOGO_SIZE = { least: 0.05, most: 0.5 } as const;
export const LOGO_MARGIN = { least: 0, most: 0.2 } as const;
export const LOGO_OPACITY = { least: 0.1, most: 1 } as const;

/** A logo as it is first shown: small, and clear of the hook's own place. */
export function logoOf(assetId: AssetId): LogoChoice {
  return { assetId, corner: 'top-right', size: 0.2, margin: 0.03, opacity: 1 };
}
