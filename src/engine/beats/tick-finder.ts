import { FASTEST_TEMPO, SLOWEST_TEMPO } from '#core/beats/beat-grid.ts';
import { ANALYSIS_RATE } from '#core/beats/rhythm-features.ts';
import { StudioError } from '#core/errors.ts';

/** Ticks of a stretch of 44.1 kHz mono samples, in seconds from its start. May throw anything. */
export type FindTicks = (samples: Float32Array) => readonly number[];

/** How much is looked at in one go, in samples: its memory grows with it, and nothing can be told before it ends. */
const WINDOW_SAMPLES = 60 * ANALYSIS_RATE;
/** Shorter rests give no ticks. */
const SHORTEST_SAMPLES = 2 * ANALYSIS_RATE;
/** Fastest tempo that essentia takes. */
export const ESSENTIA_TEMPI = { slowest: SLOWEST_TEMPO, fastest: Math.min(FASTEST_TEMPO, 208) } as const;

/** Collects samples as they come and finds ticks window by window. */
export class TickFinder {
  readonly #window = new Float32Array(WINDOW_SAMPLES);
  readonly #ticks: number[] = [];
  #filled = 0;
  /** Of the window's first sample. */
  #start = 0;

  /** @param name what the file is called, for error messages. */
  constructor(
    private readonly findTicks: FindTicks,
    private readonly name: string,
  ) {}

  /** @throws StudioError `decoder-failed` where the finder fails. */
  push(samples: Float32Array): void {
    for (let taken = 0; taken < samples.length; ) {
      const part = samples.subarray(taken, taken + WINDOW_SAMPLES - this.#filled);
      this.#window.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
      if (this.#filled === WINDOW_SAMPLES) this.#close();
    }
  }

  /** Every tick, in seconds. @throws as `push`. */
  finish(): readonly number[] {
    this.#close();
    return this.#ticks;
  }

  #close(): void {
    const window = this.#window.subarray(0, this.#filled);
    if (window.length >= SHORTEST_SAMPLES && window.some((sample) => sample !== 0)) {
      for (const tick of this.#find(window)) this.#ticks.push(this.#start / ANALYSIS_RATE + tick);
    }
    this.#start += this.#filled;
    this.#filled = 0;
  }

  #find(window: Float32Array): readonly number[] {
    try {
      return this.findTicks(window).filter(Number.isFinite);
    } catch (thrown) {
      throw analysisFailed(this.name, thrown);
    }
  }
}

/** essentia throws numbers, and after an abort every call fails: the worker is not used again. */
function analysisFailed(name: string, thrown: unknown): StudioError {
  const cause = thrown instanceof Error ? thrown.message : `native error ${String(thrown)}`;
  return new StudioError(
    'decoder-failed',
    `Finding the beats of “${name}” failed inside the analyser. Try again; it starts afresh.`,
    { file: name, rule: 'beats can be found', cause },
    { cause: thrown },
  );
}
