/** New versions of the studio, which never break what is being worked on. */
export interface Updates {
  /** For `useSyncExternalStore`. */
  snapshot(): UpdateState;
  subscribe(listener: () => void): () => void;
  /**
   * Loads the page anew in the new version. Does nothing while any tab has something to lose; the state asks again once
   * none has.
   */
  apply(): Promise<void>;
  /** Something is at work that a new version would break. @returns what ends it. */
  hold(): () => void;
}

/** `ready`: a new version may be put in place now, if the person wants it. */
export type UpdateState = 'none' | 'waiting' | 'ready';
