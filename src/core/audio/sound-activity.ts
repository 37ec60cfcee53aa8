import { fromDecibels } from './decibels.ts';
import type { SampleSpan } from './gain-envelope.ts';
import type { StereoChunk } from './stereo.ts';

/** Steps of the level, in seconds: a syllable has several. */
const STEP_SECONDS = 0.05;
/** What is softer than this is silence, whatever else there is: -50 dB of full scale, as a root mean square. */
const SILENT = fromDecibels(-50);
/** What is so much softer than the loud parts of the same sound is what goes on behind it: 22 dB. */
const BEHIND = fromDecibels(-22);
/** The loud parts: 95 % of what is not silent is softer. */
const LOUD_SHARE = 0.95;
/** Between words one breathes: a pause that is no longer does not end what is heard, in seconds. */
const LONGEST_BREATH_SECONDS = 0.6;
/** What is shorter is a bump at the microphone, in seconds. */
const SHORTEST_SECONDS = 0.1;

/** Finds out where in a sound something is to be heard: speech, or whatever stands out. Streaming: 20 numbers a second. */
export class SoundActivity {
  readonly #stepSamples: number;
  /** Root mean squares of all steps. */
  readonly #levels: number[] = [];
  #sum = 0;
  #filled = 0;

  /** @param sampleRate in hertz. */
  constructor(sampleRate: number) {
    this.#stepSamples = Math.round(STEP_SECONDS * sampleRate);
  }

  push({ left, right }: StereoChunk): void {
    for (let n = 0; n < left.length; n++) {
      this.#sum += (left[n] as number) ** 2 + (right[n] as number) ** 2;
      if (++this.#filled === this.#stepSamples) this.#closeStep();
    }
  }

  /** Where it is on, in order. Call once, at the end. */
  finish(): SampleSpan[] {
    if (this.#filled > 0) this.#closeStep();
    const threshold = Math.max(SILENT, loudness(this.#levels) * BEHIND);
    const breath = Math.round(LONGEST_BREATH_SECONDS / STEP_SECONDS);
    const spans: { start: number; end: number }[] = [];
    this.#levels.forEach((level, step) => {
      if (level < threshold) return;
      const last = spans.at(-1);
      if (last && step - last.end <= breath) last.end = step + 1;
      else spans.push({ start: step, end: step + 1 });
    });
    return spans
      .filter(({ start, end }) => (end - start) * STEP_SECONDS >= SHORTEST_SECONDS)
      .map(({ start, end }) => ({ start: start * this.#stepSamples, end: end * this.#stepSamples }));
  }

  #closeStep(): void {
    this.#levels.push(Math.sqrt(this.#sum / (2 * this.#filled)));
    this.#sum = 0;
    this.#filled = 0;
  }
}

function loudness(levels: readonly number[]): number {
  const heard = Float64Array.from(levels.filter((level) => level >= SILENT)).sort();
  return heard[Math.floor((heard.length - 1) * LOUD_SHARE)] ?? 0;
}
