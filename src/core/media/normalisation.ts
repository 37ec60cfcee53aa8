import type { Size } from '../geometry.ts';
import type { HdrTransfer, Rotation } from './asset.ts';

/** Something about an imported file that was put right, so that it looks and plays as its maker meant it. JSON only. */
export type Normalisation =
  | { readonly kind: 'turned'; readonly degrees: Exclude<Rotation, 0> }
  | { readonly kind: 'pixels-squared' }
  | { readonly kind: 'frame-rate-evened' }
  | { readonly kind: 'hdr-to-sdr'; readonly from: HdrTransfer }
  | { readonly kind: 'converted'; readonly from: string; readonly to: string }
  | { readonly kind: 'made-smaller'; readonly to: Size };

/** A few plain words, e.g. "Rotated 90°". */
export function describeNormalisation(change: Normalisation): string {
  switch (change.kind) {
    case 'turned':
      return `Rotated ${change.degrees}°`;
    case 'pixels-squared':
      return 'Stretched to its true shape';
    case 'frame-rate-evened':
      return 'Variable frame rate evened out';
    case 'hdr-to-sdr':
      return `HDR (${change.from.toUpperCase()}) converted to SDR`;
    case 'converted':
      return `Converted from ${change.from} to ${change.to}`;
    case 'made-smaller':
      return `Made smaller: ${change.to.width} × ${change.to.height}`;
  }
}
