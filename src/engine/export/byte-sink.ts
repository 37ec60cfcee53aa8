/**
 * Where a file's bytes go, at any position. Synchronous, as an OPFS access handle is. Whoever opened it closes it;
 * after an error what was written stays, for the owner to remove.
 */
export interface ByteSink {
  /** @throws StudioError `disk-full` when not every byte found room. */
  write(bytes: Uint8Array, position: number): void;
  /** Resolves the question "is it on disk?": returns when it is. */
  flush(): void;
}
