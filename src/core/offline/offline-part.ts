import type { ProductPart } from './product-file.ts';

/** What is made available offline: the product's parts, and the model of speech that was chosen. */
export type OfflinePart = ProductPart | 'model';

/** A part, and whether all of it is on this device, byte for byte. */
export interface OfflineCheck {
  readonly part: OfflinePart;
  readonly bytes: number;
  readonly isKept: boolean;
}

export interface OfflineProgress {
  readonly part: OfflinePart;
  /** In bytes, of everything. */
  readonly done: number;
  readonly total: number;
  /** Null until there is something to measure by. */
  readonly etaSeconds: number | null;
}
