import type { EnergyCurve } from '#core/captions/sound-evidence.ts';

/** What Whisper hears, in hertz. */
export const SPEECH_RATE = 16_000;
/**
 * What is heard at once. Whisper takes up to 30 s; where people speak without a pause, less is safer: over seven files of
 * 20 to 120 s, 462 words, windows of 30 s mistook 15, of 20 s six.
 */
export const WINDOW_SECONDS = 20;
/** How much of it the next window hears again: it cuts words at its beginning, this one at its end. */
const OVERLAP_SECONDS = 6;
const ENERGY_STEP_SECONDS = 0.05;

export interface SoundWindow {
  /** In seconds from the start of the sound. */
  readonly start: number;
  readonly samples: Float32Array;
  readonly isLast: boolean;
}

/** A stream of samples as overlapping windows: no more than one window of it is in memory. */
export async function* soundWindows(mono: AsyncIterable<Float32Array>): AsyncGenerator<SoundWindow, void, undefined> {
  const length = WINDOW_SECONDS * SPEECH_RATE;
  const hop = (WINDOW_SECONDS - OVERLAP_SECONDS) * SPEECH_RATE;
  const window = new Float32Array(length);
  let filled = 0;
  let start = 0;
  for await (const samples of mono) {
    for (let taken = 0; taken < samples.length; ) {
      // Only now is it known that this window is not the last.
      if (filled === length) {
        yield { start: start / SPEECH_RATE, samples: window.slice(), isLast: false };
        window.copyWithin(0, hop);
        filled -= hop;
        start += hop;
      }
      const part = samples.subarray(taken, taken + length - filled);
      window.set(part, filled);
      filled += part.length;
      taken += part.length;
    }
  }
  if (filled > 0) yield { start: start / SPEECH_RATE, samples: window.slice(0, filled), isLast: true };
}

/** Measures the loudness and length of samples that pass by. */
export class EnergyMeter {
  readonly #values: number[] = [];
  #sum = 0;
  #counted = 0;
  #samples = 0;

  push(samples: Float32Array): void {
    const step = ENERGY_STEP_SECONDS * SPEECH_RATE;
    this.#samples += samples.length;
    for (const sample of samples) {
      this.#sum += sample * sample;
      if (++this.#counted < step) continue;
      this.#values.push(Math.sqrt(this.#sum / step));
      this.#sum = 0;
      this.#counted = 0;
    }
  }

  /** Of all samples so far, in seconds. */
  get seconds(): number {
    return this.#samples / SPEECH_RATE;
  }

  curve(): EnergyCurve {
    return { stepSeconds: ENERGY_STEP_SECONDS, values: this.#values };
  }
}
