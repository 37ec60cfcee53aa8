/** Works that end together: the first error ends the others. More may join while some are under way. */
export class WorkGroup {
  readonly #underWay = new Set<Promise<void>>();
  readonly #failed = new AbortController();
  readonly #signal: AbortSignal;
  #failure: { readonly error: unknown } | null = null;

  constructor(signal: AbortSignal) {
    this.#signal = AbortSignal.any([signal, this.#failed.signal]);
  }

  /** @param start is told by its signal when it has to end. */
  add(start: (signal: AbortSignal) => Promise<void>): void {
    const work = start(this.#signal)
      .catch((error: unknown) => {
        this.#failure ??= { error };
        this.#failed.abort();
      })
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  /** Resolves when all have ended. @throws the first error. */
  async finish(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    if (this.#failure) throw this.#failure.error;
  }
}
