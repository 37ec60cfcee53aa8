/** Shared by all tabs that have something to lose; whoever puts a new version in place needs it alone. */
const LOCK = 'studio-held-work';

/** What is used of the browser. */
export interface HeldWorkTools {
  readonly locks: {
    request<T>(name: string, options: LockOptions, granted: (lock: Lock | null) => T): Promise<Awaited<T>>;
  };
}

/**
 * Knows whether a new version would break something now: a job that runs, an edit that is not stored, a tool at work or a
 * result that nobody has saved yet, in this tab or in another.
 */
export class HeldWork {
  readonly #listeners = new Set<() => void>();
  #held = 0;
  #letGo: () => void = () => undefined;

  constructor(private readonly tools: HeldWorkTools) {}

  /** Of this tab. */
  get isHeld(): boolean {
    return this.#held > 0;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @returns what ends it; once is enough. */
  hold(): () => void {
    this.#held++;
    if (this.#held === 1) this.#begin();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#held--;
      if (this.#held === 0) this.#end();
    };
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const release = this.hold();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** Resolves in a moment at which no tab holds anything. */
  async free(): Promise<void> {
    await this.tools.locks.request(LOCK, { mode: 'exclusive' }, () => undefined);
  }

  /** Does something that would break held work, unless there is any. @returns false where there is. */
  async whileFree(work: () => Promise<void>): Promise<boolean> {
    return await this.tools.locks.request(LOCK, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
      if (!lock || this.isHeld) return false;
      await work();
      return true;
    });
  }

  #begin(): void {
    const held = new Promise<void>((resolve) => {
      this.#letGo = resolve;
    });
    // Rejects only when the page is on its way out.
    this.tools.locks.request(LOCK, { mode: 'shared' }, () => held).catch(() => undefined);
    this.#tell();
  }

  #end(): void {
    this.#letGo();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
