import { describe, expect, it } from 'vitest';
import { makeRhythm, type Rhythm, type RhythmRequest, seededRandom } from '../fixtures/rhythms.ts';
import { type BeatGrid, STEADY_CONFIDENCE } from './beat-grid.ts';
import { findBeats } from './find-beats.ts';
import { ANALYSIS_RATE, RhythmFeatureExtractor } from './rhythm-features.ts';

function analyse(samples: Float32Array): BeatGrid {
  const extractor = new RhythmFeatureExtractor();
  // As a decoder gives it: in pieces of any size.
  for (let start = 0; start < samples.length; start += 30_011) extractor.push(samples.subarray(start, start + 30_011));
  return findBeats(extractor.finish(), []);
}

function rhythm(request: Pick<RhythmRequest, 'kind' | 'tempo'> & Partial<RhythmRequest>): Rhythm {
  return makeRhythm({ seconds: 14, sampleRate: ANALYSIS_RATE, ...request });
}

const sampled = (seconds: number, value: (n: number) => number) =>
  Float32Array.from({ length: Math.round(seconds * ANALYSIS_RATE) }, (_, n) => value(n));

/** The largest distance, in seconds, from a true time to the nearest that was found. */
function worstMiss(truth: readonly number[], found: readonly number[]): number {
  return Math.max(...truth.map((time) => Math.min(...found.map((other) => Math.abs(other - time)))));
}

function expectSound({ beats, downbeats, energy, durationSeconds, onsets }: BeatGrid): void {
  expect(beats).toEqual([...beats].sort((a, b) => a - b));
  expect(downbeats.every((time) => beats.includes(time))).toBe(true);
  expect(energy).toHaveLength(beats.length);
  expect(energy.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect([...beats, ...onsets].every((time) => time >= 0 && time <= durationSeconds)).toBe(true);
}

describe('the beats of a rhythm of known tempo', () => {
  const kinds = ['clicks', 'ticks over a tone', 'rock', 'four on the floor'] as const;
  const cases = kinds.flatMap((kind) => [60, 97.3, 128, 174].map((tempo) => ({ kind, tempo })));

  it.each(cases)('are within 20 ms ($kind at $tempo)', ({ kind, tempo }) => {
    const { samples, beats } = rhythm({ kind, tempo });
    const grid = analyse(samples);
    expect(Math.abs(grid.tempo / tempo - 1)).toBeLessThan(0.01);
    expect(worstMiss(beats, grid.beats)).toBeLessThan(0.02);
    expect(Math.abs(grid.beats.length - beats.length)).toBeLessThanOrEqual(1);
    expect(grid.confidence).toBeGreaterThan(0.8);
    expectSound(grid);
  });

  it.each([
    ['rock', 110],
    ['four on the floor', 128],
    ['waltz', 150],
  ] as const)('begin bars where the music does (%s)', (kind, tempo) => {
    const { samples, downbeats } = rhythm({ kind, tempo });
    const grid = analyse(samples);
    expect(worstMiss(downbeats.slice(1, -1), grid.downbeats)).toBeLessThan(0.02);
    expect(grid.downbeats.length).toBeLessThanOrEqual(downbeats.length + 1);
  });

  it('have more energy where the music is louder', () => {
    const { samples } = rhythm({ kind: 'rock', tempo: 120 });
    const grid = analyse(samples.map((sample, n) => (n < samples.length / 2 ? sample * 0.05 : sample)));
    const energyFrom = (from: number, to: number) => {
      const part = grid.energy.filter((_, n) => (grid.beats[n] ?? -1) >= from && (grid.beats[n] ?? -1) < to);
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    };
    expect(energyFrom(8, 13)).toBeGreaterThan(energyFrom(1, 6) + 0.4);
  });

  it('begin with the music, not in the silence before it', () => {
    const { samples } = rhythm({ kind: 'rock', tempo: 120, first: 6 });
    expect(analyse(samples).beats[0]).toBeGreaterThan(5.4);
  });

  it('go on over a border between two sections', () => {
    const { samples, beats } = rhythm({ kind: 'clicks', tempo: 97.3, seconds: 280 });
    const grid = analyse(samples);
    expect(worstMiss(beats, grid.beats)).toBeLessThan(0.02);
    expect(grid.beats.length).toBe(beats.length);
  }, 60_000);

  it('are the same each time', () => {
    const { samples } = rhythm({ kind: 'rock', tempo: 110 });
    expect(analyse(samples)).toEqual(analyse(samples));
  });
});

describe('sound without a pulse', () => {
  const noise = seededRandom(7);
  it.each([
    ['nothing', new Float32Array(0)],
    ['0.1 s', rhythm({ kind: 'clicks', tempo: 120, seconds: 0.4 }).samples.subarray(0, 4410)],
    ['1.9 s of clicks', rhythm({ kind: 'clicks', tempo: 120, seconds: 1.9 }).samples],
    ['silence', sampled(10, () => 0)],
    ['the noise of a quiet room', sampled(10, () => 0.0005 * noise())],
    ['noise', sampled(20, () => 0.3 * noise())],
    ['a steady tone', sampled(20, (n) => 0.3 * Math.sin(n * 0.06))],
    ['one click', sampled(10, (n) => (n === 100_000 ? 1 : 0))],
    ['speech', pseudoSpeech(20)],
  ])('has no confidence and is no error (%s)', (_, samples) => {
    const grid = analyse(samples);
    expect(grid.confidence).toBeLessThan(STEADY_CONFIDENCE);
    expectSound(grid);
  });
});

/** Syllables of a voice at uneven times, with pauses: the rhythm of speech without its words. */
function pseudoSpeech(seconds: number): Float32Array {
  const random = seededRandom(3);
  const samples = sampled(seconds, () => 0);
  for (let time = 0.2; time < seconds - 0.5; ) {
    const length = 0.12 + 0.1 * Math.abs(random());
    const pitch = 120 + 40 * random();
    const start = Math.round(time * ANALYSIS_RATE);
    for (let n = 0; n < length * ANALYSIS_RATE; n++) {
      const at = n / ANALYSIS_RATE;
      let voice = 0;
      for (let partial = 1; partial < 12; partial++) voice += Math.sin(2 * Math.PI * pitch * partial * at) / partial;
      samples[start + n] = 0.2 * voice * Math.sin((Math.PI * at) / length) ** 2;
    }
    time += length + 0.02 + 0.15 * Math.abs(random()) + (Math.abs(random()) < 0.15 ? 0.5 : 0);
  }
  return samples;
}
