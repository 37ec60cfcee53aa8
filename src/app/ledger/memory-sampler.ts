/**
 * In milliseconds. A measurement comes with the next garbage collection, some 8 to 20 s later, which it may force in the
 * end: soon enough for a short render to have one, and far enough apart to cost nothing.
 */
const FIRST_AFTER_MS = 1_000;
const EVERY_MS = 60_000;

/** In bytes. */
export type MeasureMemory = () => Promise<number>;

/**
 * The whole page with its workers, where the browser tells (Chromium, on isolated pages); null elsewhere.
 * https://wicg.github.io/performance-measure-memory/
 */
export function browserMemory(): MeasureMemory | null {
  const clock: Performance & { measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }> } =
    performance;
  if (!crossOriginIsolated || clock.measureUserAgentSpecificMemory === undefined) return null;
  return async () => (await clock.measureUserAgentSpecificMemory?.())?.bytes ?? 0;
}

/** The most memory that was held while a job ran, looked at rarely. */
export class MemorySampler {
  /** By job, in bytes; null until the first sample. */
  readonly #peaks = new Map<string, number | null>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly measure: MeasureMemory | null,
    private readonly onFailure: (thrown: unknown) => void,
  ) {}

  start(jobId: string): void {
    if (this.measure === null) return;
    this.#peaks.set(jobId, null);
    if (this.#timer === null) this.#schedule(FIRST_AFTER_MS);
  }

  /** @returns bytes; null where nothing was measured. */
  stop(jobId: string): number | null {
    const peak = this.#peaks.get(jobId) ?? null;
    this.#peaks.delete(jobId);
    if (this.#peaks.size === 0 && this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    return peak;
  }

  #schedule(milliseconds: number): void {
    const timer = setTimeout(() => void this.#sample(timer), milliseconds);
    this.#timer = timer;
  }

  async #sample(timer: ReturnType<typeof setTimeout>): Promise<void> {
    try {
      const bytes = (await this.measure?.()) ?? 0;
      // Jobs that ended meanwhile are no more in the map, and stay out.
      for (const [id, peak] of this.#peaks) this.#peaks.set(id, Math.max(peak ?? 0, bytes));
      // Unless all jobs ended meanwhile, and others began with a timer of their own.
      if (this.#timer === timer) this.#schedule(EVERY_MS);
    } catch (thrown) {
      if (this.#timer === timer) this.#timer = null;
      this.onFailure(thrown);
    }
  }
}
