import type { Size } from '#core/geometry.ts';
import type { HdrTransfer, Rotation } from '#core/media/asset.ts';
import type { StatedFacts } from './stated-facts.ts';

/** What a clip's file says of itself; nothing has been decoded yet. */
export interface ClipDescription {
  readonly container: string;
  readonly codec: string;
  /** As shown: upright, in square pixels. */
  readonly size: Size;
  /** As stored: lying where the picture is turned, in pixels that need not be square. */
  readonly storedSize: Size;
  readonly durationSeconds: number;
  readonly frameRate: number;
  readonly frameTiming: 'constant' | 'variable';
  readonly rotation: Rotation;
  readonly squarePixels: boolean;
  readonly hdr: HdrTransfer | null;
  /** False where the file does not say which YCbCr matrix it means. */
  readonly matrixKnown: boolean;
  /** As far as it was asked; a conversion changes nothing of it. */
  readonly stated?: StatedFacts;
  readonly sound: { readonly codec: string; readonly playable: boolean } | null;
}
