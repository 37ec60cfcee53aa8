/** What other apps and the system bring: nothing of it is taken before the person says so. */
export interface Incoming {
  /** What waits for a decision, oldest first; for `useSyncExternalStore`. */
  snapshot(): readonly Offer[];
  subscribe(listener: () => void): () => void;
  /**
   * The person has decided.
   * @param taking what is taken of it: what was kept is removed once that has ended.
   */
  settle(offerId: string, taking?: Promise<unknown>): Promise<void>;
}

export interface Offer {
  readonly id: string;
  /** By another app's share menu, by opening files with the studio, or by a link. */
  readonly way: 'shared' | 'opened' | 'linked';
  readonly files: readonly OfferedFile[];
  /** Of files on the web, which are loaded only once they are taken. */
  readonly addresses: readonly string[];
  /** Why something of it cannot be taken at all, each a sentence for the person. */
  readonly refusals: readonly string[];
}

export interface OfferedFile {
  readonly file: File;
  /** By its bytes, such as `JPEG picture`. */
  readonly kind: string;
  readonly readable: boolean;
}
