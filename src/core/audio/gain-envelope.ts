import { fromDecibels } from './decibels.ts';
import type { StereoChunk } from './stereo.ts';

/** A gain that changes over time: straight lines in decibels between points, level before the first and after the last. */
export type GainEnvelope = readonly GainPointAt[];

export interface GainPointAt {
  /** Of the whole sound; rising. */
  readonly sample: number;
  readonly gainDb: number;
}

/** A stretch of samples, the end exclusive. */
export interface SampleSpan {
  readonly start: number;
  readonly end: number;
}

export interface DuckingRamp {
  readonly duckDb: number;
  /** Samples that the way down takes; it ends where the span begins, so that its first word is heard. */
  readonly attack: number;
  /** Samples that the way back takes, from the span's end. */
  readonly release: number;
}

/** A ducked sound goes down just before the other begins, and comes back without haste. */
const ATTACK_SECONDS = 0.15;
const RELEASE_SECONDS = 0.4;

export function duckingRamp(duckDb: number, sampleRate: number): DuckingRamp {
  return {
    duckDb,
    attack: Math.round(ATTACK_SECONDS * sampleRate),
    release: Math.round(RELEASE_SECONDS * sampleRate),
  };
}

/** Lowers a sound by `duckDb` in each of the spans. Where there is no time to come back between two, it stays down. */
export function duckingEnvelope(spans: readonly SampleSpan[], { duckDb, attack, release }: DuckingRamp): GainEnvelope {
  if (duckDb === 0) return [];
  return merged(spans, attack + release).flatMap(({ start, end }) => [
    { sample: start - attack, gainDb: 0 },
    { sample: start, gainDb: -duckDb },
    { sample: end, gainDb: -duckDb },
    { sample: end + release, gainDb: 0 },
  ]);
}

/** Spans in order, those with less than `gap` between them as one. */
function merged(spans: readonly SampleSpan[], gap: number): SampleSpan[] {
  const done: SampleSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = done.at(-1);
    if (!last || span.start - last.end > gap) done.push(span);
    else done.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
  }
  return done;
}

/** Gain at a sample, in decibels. */
export function envelopeGainDb(envelope: GainEnvelope, sample: number): number {
  const next = firstAfter(envelope, sample);
  const before = envelope[next - 1];
  const after = envelope[next];
  if (!before) return after?.gainDb ?? 0;
  if (!after) return before.gainDb;
  const progress = (sample - before.sample) / (after.sample - before.sample);
  return before.gainDb + progress * (after.gainDb - before.gainDb);
}

/** Place of the first point behind a sample; the length where there is none. Speech of hours has thousands of points. */
function firstAfter(envelope: GainEnvelope, sample: number): number {
  let [low, high] = [0, envelope.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((envelope[middle]?.sample ?? Number.POSITIVE_INFINITY) > sample) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Samples between two that the gain is worked out for; straight lines between them are not heard. */
const GAIN_STEP = 48;

/** Applies an envelope in place to a chunk whose first sample is number `position` of the whole sound. */
export function applyEnvelope(chunk: StereoChunk, position: number, envelope: GainEnvelope): void {
  if (envelope.length === 0) return;
  const { length } = chunk.left;
  let from = fromDecibels(envelopeGainDb(envelope, position));
  for (let start = 0; start < length; start += GAIN_STEP) {
    const to = fromDecibels(envelopeGainDb(envelope, position + start + GAIN_STEP));
    for (let n = start; n < Math.min(start + GAIN_STEP, length); n++) {
      const gain = from + ((to - from) * (n - start)) / GAIN_STEP;
      chunk.left[n] = (chunk.left[n] as number) * gain;
      chunk.right[n] = (chunk.right[n] as number) * gain;
    }
    from = to;
  }
}
