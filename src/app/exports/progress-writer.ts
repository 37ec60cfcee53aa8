import type { RenderProgress, RenderStage } from '#core/job/job.ts';

/** Reports within a stage reach the row at most this often, in milliseconds: each commit waits for the disk. */
const INTERVAL_MS = 500;

/** Brings progress to the row: the newest report only, one commit at a time, and each new stage at once. */
export class ProgressWriter {
  #newest: RenderProgress | null = null;
  #writing: Promise<void> | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #writtenStage: RenderStage | null = null;
  #failure: unknown;

  constructor(private readonly write: (report: RenderProgress) => Promise<unknown>) {}

  report(progress: RenderProgress): void {
    this.#newest = progress;
    this.#writeIfDue();
  }

  /** Waits for a commit under way. @throws what a commit threw. */
  async finish(): Promise<void> {
    this.#newest = null;
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  #writeIfDue(): void {
    const report = this.#newest;
    if (!report || this.#writing) return;
    const now = performance.now();
    if (report.stage === this.#writtenStage && now - this.#writtenAt < INTERVAL_MS) return;
    this.#newest = null;
    this.#writtenAt = now;
    this.#writtenStage = report.stage;
    this.#writing = this.#commit(report);
  }

  async #commit(report: RenderProgress): Promise<void> {
    try {
      await this.write(report);
    } catch (error) {
      // Told by `finish`: the render itself goes on.
      this.#failure = error;
    } finally {
      this.#writing = null;
      this.#writeIfDue();
    }
  }
}
