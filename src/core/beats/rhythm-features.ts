import { type Seconds, seconds } from '../units.ts';
import { GrowingFloats } from './growing-floats.ts';
import { hannWindow, RealFft } from './real-fft.ts';
import { SlidingFrames } from './sliding-frames.ts';

/** Sample rate of everything that is analysed, in hertz. */
export const ANALYSIS_RATE = 44_100;
/** Onset frames per second. */
export const FRAME_RATE = 100;
/** Chroma frames per second. */
export const CHROMA_RATE = 10;
/** Onset strength is kept apart for low (drums, bass), middle and high bands. */
export const FLUX_GROUPS = 3;
export const PITCH_CLASSES = 12;

/** What the ear takes rhythm from, frame by frame. */
export interface RhythmFeatures {
  /** Number of onset frames. Frame n stands at `n / FRAME_RATE` seconds. */
  readonly frames: number;
  /** Rise of the logarithmic spectrum in each group of bands. */
  readonly flux: readonly Float32Array[];
  /** Mean level of the logarithmic spectrum, one for each onset frame. */
  readonly level: Float32Array;
  /** Rows of `PITCH_CLASSES`, `CHROMA_RATE` a second: melody and chords. */
  readonly chroma: Float32Array;
  /** As `chroma`, of the bass alone. */
  readonly bass: Float32Array;
  /** Loudest absolute sample. */
  readonly peak: number;
  readonly durationSeconds: Seconds;
}

const FLUX_SIZE = 2048;
const CHROMA_SIZE = 8192;
/** Bands from `LOWEST_HZ` up, `BANDS_PER_OCTAVE` an octave. */
const BANDS_PER_OCTAVE = 6;
const LOWEST_HZ = 30;
const HIGHEST_HZ = 16_000;
/** Where the groups of bands begin. */
const GROUP_EDGES_HZ = [0, 180, 2200] as const;
/** Levels are log(1 + this * magnitude): below 1 / this a sound counts little. */
const COMPRESSION = 1000;
/** Frames over which a rise is measured: half of what a window spans. */
const FLUX_LAG = 2;
const BASS_HZ = { from: 40, to: 260 } as const;
const CHROMA_HZ = { from: 200, to: 3000 } as const;

/** Takes 44.1 kHz mono samples as they come; keeps what it found of them, about 140 bytes for each 10 ms. */
export class RhythmFeatureExtractor {
  readonly #fluxFft = new RealFft(FLUX_SIZE);
  readonly #chromaFft = new RealFft(CHROMA_SIZE);
  readonly #fluxWindow = normalisedWindow(FLUX_SIZE);
  readonly #chromaWindow = normalisedWindow(CHROMA_SIZE);
  readonly #windowed = { flux: new Float32Array(FLUX_SIZE), chroma: new Float32Array(CHROMA_SIZE) };
  readonly #spectrum = { flux: new Float32Array(FLUX_SIZE / 2), chroma: new Float32Array(CHROMA_SIZE / 2) };
  readonly #bands = bandEdges();
  /** The last frames' levels, newest last. */
  readonly #past = Array.from({ length: FLUX_LAG + 1 }, () => new Float32Array(this.#bands.count));
  readonly #flux = Array.from({ length: FLUX_GROUPS }, () => new GrowingFloats());
  readonly #level = new GrowingFloats();
  readonly #chroma = new GrowingFloats();
  readonly #bass = new GrowingFloats();
  readonly #fluxFrames = new SlidingFrames(FLUX_SIZE, ANALYSIS_RATE / FRAME_RATE, (frame) => this.#addFlux(frame));
  readonly #chromaFrames = new SlidingFrames(CHROMA_SIZE, ANALYSIS_RATE / CHROMA_RATE, (frame) =>
    this.#addChroma(frame),
  );
  #peak = 0;
  #samples = 0;

  push(samples: Float32Array): void {
    this.#samples += samples.length;
    for (const sample of samples) this.#peak = Math.max(this.#peak, Math.abs(sample));
    this.#fluxFrames.push(samples);
    this.#chromaFrames.push(samples);
  }

  finish(): RhythmFeatures {
    this.#fluxFrames.finish();
    this.#chromaFrames.finish();
    return {
      frames: this.#level.length,
      flux: this.#flux.map((group) => group.values()),
      level: this.#level.values(),
      chroma: this.#chroma.values(),
      bass: this.#bass.values(),
      peak: this.#peak,
      durationSeconds: seconds(this.#samples / ANALYSIS_RATE),
    };
  }

  #addFlux(frame: Float32Array): void {
    multiply(frame, this.#fluxWindow, this.#windowed.flux);
    this.#fluxFft.magnitudes(this.#windowed.flux, this.#spectrum.flux);
    const now = this.#past.shift() as Float32Array<ArrayBuffer>;
    this.#past.push(now);
    const before = this.#past[0] as Float32Array;
    const { count, firstBins, groups } = this.#bands;
    let level = 0;
    for (let band = 0; band < count; band++) {
      now[band] = logLevel(this.#spectrum.flux, firstBins[band] as number, firstBins[band + 1] as number);
      level += now[band] as number;
    }
    this.#level.push(level / count);
    const sums = [0, 0, 0];
    for (let band = 0; band < count; band++) {
      // The neighbours' past, too: a wavering tone is no onset (Böck and Widmer, "Maximum filter vibrato suppression").
      const past = Math.max(before[band - 1] ?? 0, before[band] as number, before[band + 1] ?? 0);
      const group = groups[band] as number;
      sums[group] = (sums[group] as number) + Math.max(0, (now[band] as number) - past);
    }
    for (const [group, sum] of sums.entries()) this.#flux[group]?.push(sum);
  }

  #addChroma(frame: Float32Array): void {
    multiply(frame, this.#chromaWindow, this.#windowed.chroma);
    this.#chromaFft.magnitudes(this.#windowed.chroma, this.#spectrum.chroma);
    for (const [range, rows] of [
      [CHROMA_HZ, this.#chroma],
      [BASS_HZ, this.#bass],
    ] as const) {
      for (const value of pitchClasses(this.#spectrum.chroma, range.from, range.to)) rows.push(value);
    }
  }
}

/** Scaled so that a full-scale sine has magnitude 1. */
function normalisedWindow(size: number): Float32Array {
  return hannWindow(size).map((weight) => (weight * 4) / size);
}

function multiply(a: Float32Array, b: Float32Array, into: Float32Array): void {
  for (let n = 0; n < into.length; n++) into[n] = (a[n] as number) * (b[n] as number);
}

interface Bands {
  readonly count: number;
  /** First spectrum bin of each band, and the end of the last. */
  readonly firstBins: readonly number[];
  /** Group of each band. */
  readonly groups: readonly number[];
}

function bandEdges(): Bands {
  const hzPerBin = ANALYSIS_RATE / FLUX_SIZE;
  const firstBins: number[] = [];
  for (let hz = LOWEST_HZ; hz <= HIGHEST_HZ; hz *= 2 ** (1 / BANDS_PER_OCTAVE)) {
    const bin = Math.round(hz / hzPerBin);
    if (bin !== firstBins.at(-1)) firstBins.push(bin);
  }
  const starts = firstBins.slice(0, -1);
  const groups = starts.map((bin) => GROUP_EDGES_HZ.findLastIndex((edge) => bin * hzPerBin >= edge));
  return { count: starts.length, firstBins, groups };
}

function logLevel(spectrum: Float32Array, from: number, to: number): number {
  let power = 0;
  for (let bin = from; bin < to; bin++) power += (spectrum[bin] as number) ** 2;
  return Math.log1p(COMPRESSION * Math.sqrt(power));
}

/** Compressed magnitudes summed by pitch class, C first. */
function pitchClasses(spectrum: Float32Array, fromHz: number, toHz: number): Float32Array {
  const classes = new Float32Array(PITCH_CLASSES);
  const hzPerBin = ANALYSIS_RATE / CHROMA_SIZE;
  for (let bin = Math.ceil(fromHz / hzPerBin); bin * hzPerBin < toHz; bin++) {
    const magnitude = spectrum[bin] as number;
    // Peaks only: the slopes beside them belong to the same tone.
    if (magnitude < (spectrum[bin - 1] as number) || magnitude < (spectrum[bin + 1] as number)) continue;
    const midi = 69 + 12 * Math.log2((bin * hzPerBin) / 440);
    const pitch = ((Math.round(midi) % PITCH_CLASSES) + PITCH_CLASSES) % PITCH_CLASSES;
    classes[pitch] = (classes[pitch] as number) + Math.log1p(COMPRESSION * magnitude);
  }
  return classes;
}
