import { describe, expect, test } from 'vitest';
import { applyFade, applyFadeIn } from './fade.ts';
import { DEFAULT_MUSIC_LEVELS, musicRounds, planMusic } from './music-plan.ts';
import type { StereoChunk } from './stereo.ts';

const RATE = 48_000;

/** Sum of the gains of all rounds at each sample. */
function gains(trackSamples: number, totalSamples: number): Float32Array {
  const sum = new Float32Array(totalSamples);
  for (const { start, end, fadeInSamples, fadeOutSamples } of musicRounds(trackSamples, totalSamples, RATE)) {
    const ones = new Float32Array(end - start).fill(1);
    const chunk: StereoChunk = { left: ones, right: ones.slice() };
    applyFadeIn(chunk, start, { start, length: fadeInSamples });
    applyFade(chunk, start, { end, length: fadeOutSamples });
    chunk.left.forEach((gain, n) => {
      sum[start + n] = (sum[start + n] ?? 0) + gain;
    });
  }
  return sum;
}

describe('music under a video', () => {
  test('starts over until the video ends, at the same loudness through every joint', () => {
    for (const [track, total] of [
      [48_000, 480_000],
      [48_000, 48_001],
      [48_000, 95_000],
      [24_000, 24_000 * 7],
      [100_000, 50_000],
    ] as const) {
      const furthest = gains(track, total).reduce((most, gain) => Math.max(most, Math.abs(gain - 1)), 0);
      expect(furthest).toBeLessThan(0.002);
    }
  });

  test('plays a longer track once, cut to the video', () => {
    const rounds = musicRounds(10 * RATE, 4 * RATE, RATE);
    expect(rounds).toMatchObject([{ start: 0, end: 4 * RATE, fadeInSamples: 0, fadeOutSamples: 0 }]);
  });

  test('begins each round at the beginning of the track', () => {
    for (const { start, pieces } of musicRounds(RATE, 5 * RATE, RATE)) {
      expect(pieces).toMatchObject([{ start, sourceSeconds: 0 }]);
    }
  });

  test('leaves the video’s own sound at its place and at its gain', () => {
    const parts = { sampleRate: RATE, totalSamples: 10 * RATE, trackSamples: RATE, heard: [] };
    const levels = { ...DEFAULT_MUSIC_LEVELS, videoGain: 0.5 };
    const { own } = planMusic({ ...parts, ownStartSeconds: -0.25, levels });
    expect(own.sounds).toMatchObject([{ gain: 0.5, pieces: [{ start: 0, end: 10 * RATE, sourceSeconds: -0.25 }] }]);
    expect(planMusic({ ...parts, ownStartSeconds: null, levels }).own.sounds).toEqual([]);
  });

  test('ducks only where it is asked to', () => {
    const parts = { sampleRate: RATE, totalSamples: 10 * RATE, trackSamples: RATE, ownStartSeconds: 0 };
    const heard = [{ start: 2 * RATE, end: 3 * RATE }];
    expect(planMusic({ ...parts, heard, levels: DEFAULT_MUSIC_LEVELS }).ducking).toEqual([]);
    const ducked = planMusic({ ...parts, heard, levels: { ...DEFAULT_MUSIC_LEVELS, duckDb: 12 } });
    expect(ducked.ducking.map(({ gainDb }) => gainDb)).toEqual([0, -12, -12, 0]);
  });
});
