import { describe, expect, test } from 'vitest';
import type { SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import { seconds } from '#core/units.ts';
import type { DecodedChunk } from './decode-track.ts';
import { renderSoundtrack } from './soundtrack.ts';

const RATE = 48_000;

async function* track(...chunks: DecodedChunk[]): AsyncGenerator<DecodedChunk> {
  yield* chunks;
}

function constant(value: number, length: number, time = 0, sampleRate = RATE): DecodedChunk {
  const channel = new Float32Array(length).fill(value);
  return { time: seconds(time), sampleRate, stereo: { left: channel, right: channel } };
}

function plan(totalSamples: number, startSample = 0, fadeOutSamples = 0): SoundtrackPlan {
  return {
    sampleRate: RATE,
    totalSamples,
    music: { assetId: 'a', startSample, endSample: totalSamples, fadeOutSamples },
  };
}

async function left(plan: SoundtrackPlan, music: AsyncIterable<DecodedChunk> | null): Promise<number[]> {
  const samples: number[] = [];
  for await (const chunk of renderSoundtrack(plan, music)) samples.push(...chunk.left);
  return samples;
}

describe('the soundtrack is exactly as long as the video', () => {
  test.each([1, 4799, 4800, 4801, 100_003])('%i samples from a longer track', async (total) => {
    const samples = await left(plan(total), track(constant(0.5, 150_000)));
    expect(samples).toHaveLength(total);
    expect(samples.every((sample) => sample === 0.5)).toBe(true);
  });

  test('with silence after a track that ends early', async () => {
    const samples = await left(plan(10_000), track(constant(0.5, 6000)));
    expect(samples).toHaveLength(10_000);
    expect(samples[5999]).toBe(0.5);
    expect(samples.slice(6000).every((sample) => sample === 0)).toBe(true);
  });

  test('and silent without music', async () => {
    const samples = await left({ sampleRate: RATE, totalSamples: 7001, music: null }, null);
    expect(samples).toEqual(new Array(7001).fill(0));
  });
});

test('music stands where the timeline puts it and fades to silence', async () => {
  const samples = await left(plan(20_000, 5000, 4000), track(constant(1, 50_000)));
  expect(samples[4999]).toBe(0);
  expect(samples[5000]).toBe(1);
  expect(samples[15_000]).toBe(1);
  expect(samples[18_000]).toBeCloseTo(0.5, 2);
  expect(samples[19_999]).toBeCloseTo(0, 6);
});

test('a gap in a track is silence, and what overlaps is heard once', async () => {
  const gap = await left(plan(10_000), track(constant(0.5, 2400), constant(0.25, 2400, 0.1)));
  expect(gap[2399]).toBe(0.5);
  expect(gap[2400]).toBe(0);
  expect(gap[4800]).toBe(0.25);

  const overlap = await left(plan(10_000), track(constant(0.5, 4800), constant(0.25, 4800, 0.05)));
  expect(overlap[4799]).toBe(0.5);
  expect(overlap[4800]).toBe(0.25);
  expect(overlap[7199]).toBe(0.25);
  expect(overlap[7200]).toBe(0);
});

test('a track that jumps far ahead does not fill the memory', async () => {
  expect(await left(plan(5000), track(constant(1, 1), constant(1, 1, 1e9)))).toHaveLength(5000);
});

test('a track may change its sample rate', async () => {
  const samples = await left(plan(9600), track(constant(0.5, 4410, 0, 44_100), constant(0.25, 4800, 0.1)));
  expect(samples[2400]).toBeCloseTo(0.5, 4);
  expect(samples[7200]).toBe(0.25);
});

test('a track is not read further than the video needs', async () => {
  let read = 0;
  async function* endless(): AsyncGenerator<DecodedChunk> {
    while (true) yield constant(0, 4800, 0.1 * read++);
  }
  await left(plan(48_000), endless());
  expect(read).toBeLessThan(13);
});
