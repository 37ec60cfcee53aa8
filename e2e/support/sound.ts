import { runProgram } from './process.ts';

/** Rate at which sounds are decoded and clicks are made, in hertz. */
export const SAMPLE_RATE = 48_000;

/** Where a click's energy counts, to both sides of its loudest sample: 5 ms. */
const CLICK_WINDOW_SAMPLES = 240;
/** Two clicks are at least this far apart: 0.25 s. */
const CLICK_GAP_SAMPLES = 12_000;

/**
 * A file's sound as mono samples at 48 kHz. Time 0 is that of the file, also where its sound starts later. ffmpeg makes
 * what is alike on both sides 3 dB louder.
 */
export function decodeSound(file: string): Promise<Float32Array> {
  return decode(file, ['-af', 'aresample=first_pts=0', '-ac', '1']);
}

/** As `decodeSound`, of the left side alone, as loud as it is. */
export function decodeLeft(file: string): Promise<Float32Array> {
  return decode(file, ['-af', 'aresample=first_pts=0,pan=mono|c0=c0']);
}

async function decode(file: string, filters: readonly string[]): Promise<Float32Array> {
  const bytes = await runProgram('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', file, '-vn', ...filters],
    ...['-ar', String(SAMPLE_RATE), '-f', 'f32le', '-'],
  ]);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Share of the loudest sample that a click reaches: an export changes how loud a track is, all of it alike. */
const CLICK_SHARE = 0.6;

/**
 * Times of the clicks in seconds: the centres of energy around samples far louder than the rest. A centre stays where
 * it was when a codec smears the click to both sides.
 */
export function clickTimes(samples: Float32Array): number[] {
  const threshold = CLICK_SHARE * Math.abs(samples[loudestIn(samples, 0, samples.length)] ?? 0);
  const times: number[] = [];
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index] ?? 0) < threshold) continue;
    const loudest = loudestIn(samples, index, index + CLICK_WINDOW_SAMPLES);
    times.push(energyCentre(samples, loudest) / SAMPLE_RATE);
    index = loudest + CLICK_GAP_SAMPLES;
  }
  return times;
}

/** Loudest absolute sample from `start` (seconds) for `length` (seconds). */
export function peakBetween(samples: Float32Array, start: number, length: number): number {
  const from = Math.round(start * SAMPLE_RATE);
  const index = loudestIn(samples, from, from + Math.round(length * SAMPLE_RATE));
  return Math.abs(samples[index] ?? 0);
}

/** How loud a frequency (in hertz) is from `start` for `length` (seconds), in dB below a sine at full scale. */
export function toneLevel(samples: Float32Array, frequency: number, start: number, length: number): number {
  const from = Math.round(start * SAMPLE_RATE);
  const count = Math.round(length * SAMPLE_RATE);
  let real = 0;
  let imaginary = 0;
  for (let n = 0; n < count; n++) {
    // A Hann window keeps neighbouring tones out of the measurement.
    const value = (samples[from + n] ?? 0) * (1 - Math.cos((2 * Math.PI * n) / count));
    const angle = (2 * Math.PI * frequency * (from + n)) / SAMPLE_RATE;
    real += value * Math.cos(angle);
    imaginary += value * Math.sin(angle);
  }
  return 20 * Math.log10((2 * Math.hypot(real, imaginary)) / count);
}

function loudestIn(samples: Float32Array, from: number, to: number): number {
  let best = from;
  for (let index = from; index < Math.min(to, samples.length); index++) {
    if (Math.abs(samples[index] ?? 0) > Math.abs(samples[best] ?? 0)) best = index;
  }
  return best;
}

function energyCentre(samples: Float32Array, middle: number): number {
  let energy = 0;
  let moment = 0;
  for (let index = middle - CLICK_WINDOW_SAMPLES; index <= middle + CLICK_WINDOW_SAMPLES; index++) {
    const sample = samples[index] ?? 0;
    energy += sample * sample;
    moment += sample * sample * index;
  }
  return moment / energy;
}
