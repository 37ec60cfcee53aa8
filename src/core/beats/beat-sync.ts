import { valueAt } from './onset-strength.ts';
import { CHROMA_RATE, FRAME_RATE, PITCH_CLASSES } from './rhythm-features.ts';

/** Sums of rows up to each row, so that the mean of any span costs the same. */
export class ChromaSums {
  readonly #sums: Float64Array;
  readonly #rows: number;

  constructor(chroma: Float32Array) {
    this.#rows = chroma.length / PITCH_CLASSES;
    this.#sums = new Float64Array(chroma.length + PITCH_CLASSES);
    for (let n = 0; n < chroma.length; n++) {
      this.#sums[n + PITCH_CLASSES] = (this.#sums[n] as number) + (chroma[n] as number);
    }
  }

  /** What sounds between two onset frames, as a vector of length 1; zeros where nothing does. */
  between(from: number, to: number): Float64Array {
    const row = (frame: number) => Math.round((frame / FRAME_RATE) * CHROMA_RATE);
    const first = Math.min(Math.max(0, row(from)), Math.max(0, this.#rows - 1));
    const end = Math.min(this.#rows, Math.max(first + 1, row(to)));
    const mean = new Float64Array(PITCH_CLASSES);
    for (let pitch = 0; pitch < PITCH_CLASSES; pitch++) {
      const sum = (row: number) => this.#sums[row * PITCH_CLASSES + pitch] as number;
      mean[pitch] = sum(end) - sum(first);
    }
    const length = Math.hypot(...mean);
    return length > 0 ? mean.map((value) => value / length) : mean;
  }
}

/** How different two vectors of length 1 are: 0 for the same, 1 for nothing in common. */
function harmonicChange(a: Float64Array, b: Float64Array): number {
  return 1 - a.reduce((sum, value, n) => sum + value * (b[n] as number), 0);
}

/** After a beat, how long the sound of the beat before still rings, in frames. */
const RING_FRAMES = 3;
/** Length of the last beat, whose end nobody knows, in frames. */
const LAST_BEAT_FRAMES = FRAME_RATE / 2;

/** How much the harmony of each beat differs from that of the beat before; 0 for the first. */
export function harmonicChanges(chroma: ChromaSums, beats: readonly number[]): number[] {
  const spans = beats.map((beat, n) => chroma.between(beat + RING_FRAMES, beats[n + 1] ?? beat + LAST_BEAT_FRAMES));
  return spans.map((span, n) => (n === 0 ? 0 : harmonicChange(span, spans[n - 1] as Float64Array)));
}

/** Strongest value within 20 ms. */
export function peakNear(values: Float32Array, position: number): number {
  let peak = valueAt(values, position);
  for (const offset of [-2, -1, 1, 2]) peak = Math.max(peak, valueAt(values, position + offset));
  return peak;
}

/** 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
