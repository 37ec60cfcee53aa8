import type { RenderProgress, RenderStage, StageTiming } from '#core/job/job.ts';
import { EtaEstimator } from '#core/render/eta.ts';

/** Reports to the page at most this often, in milliseconds. */
const REPORT_INTERVAL = 100;

/** Tells how far a render is, and measures its stages. The clock is passed in, in milliseconds. */
export class ProgressReporter {
  readonly #report: (progress: RenderProgress) => void;
  readonly #now: () => number;
  readonly #timings: StageTiming[] = [];
  #current: { stage: RenderStage; total: number; startedAt: number; eta: EtaEstimator | null } | null = null;
  #last: RenderProgress | null = null;
  #lastReport = Number.NEGATIVE_INFINITY;

  constructor(report: (progress: RenderProgress) => void, now: () => number) {
    this.#report = report;
    this.#now = now;
  }

  /** Ends the stage before, and begins one of `total` units. */
  begin(stage: RenderStage, total: number): void {
    this.#endStage();
    const startedAt = this.#now();
    // Nearly all of a render's time goes into its frames: the other stages say nothing of the whole.
    const eta = stage === 'rendering' ? new EtaEstimator(total, startedAt / 1000) : null;
    this.#current = { stage, total, startedAt, eta };
    this.#send({ stage, done: 0, total, etaSeconds: null });
  }

  advance(done: number): void {
    if (!this.#current) return;
    const { stage, total, eta } = this.#current;
    const now = this.#now();
    const etaSeconds = eta?.update(done, now / 1000) ?? null;
    if (done < total && now - this.#lastReport < REPORT_INTERVAL) return;
    this.#send({ stage, done, total, etaSeconds });
  }

  /** Says the same again: the work goes on, though nothing more is done yet. */
  repeat(): void {
    if (this.#last && this.#now() - this.#lastReport >= REPORT_INTERVAL) this.#send(this.#last);
  }

  /** Ends the last stage. @returns how long each took. */
  finish(): readonly StageTiming[] {
    this.#endStage();
    return this.#timings;
  }

  #send(progress: RenderProgress): void {
    this.#last = progress;
    this.#lastReport = this.#now();
    this.#report(progress);
  }

  #endStage(): void {
    if (!this.#current) return;
    const { stage, startedAt } = this.#current;
    this.#timings.push({ stage, milliseconds: this.#now() - startedAt });
    this.#current = null;
  }
}
