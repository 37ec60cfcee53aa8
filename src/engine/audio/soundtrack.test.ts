import { describe, expect, test } from 'vitest';
import type { SoundPlan, SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import { sliceChunk } from '#core/audio/stereo.ts';
import type { DecodedChunk } from './decode-track.ts';
import { renderSoundtrack, type SoundDecoder } from './soundtrack.ts';

const RATE = 48_000;

/** A track of these chunks, which can begin anywhere. */
function track(...chunks: DecodedChunk[]): SoundDecoder {
  return {
    async *chunks(from = 0) {
      for (const { time, sampleRate, stereo } of chunks) {
        const cut = Math.max(0, Math.round((from - time) * sampleRate));
        if (cut < stereo.left.length) {
          yield { time: time + cut / sampleRate, sampleRate, stereo: sliceChunk(stereo, cut) };
        }
      }
    },
    dispose: () => undefined,
  };
}

function constant(value: number, length: number, time = 0, sampleRate = RATE): DecodedChunk {
  const channel = new Float32Array(length).fill(value);
  return { time, sampleRate, stereo: { left: channel, right: channel } };
}

function sound(start: number, end: number, change: Partial<SoundPlan> = {}): SoundPlan {
  return {
    assetId: 'a',
    start,
    end,
    speed: 1,
    pieces: [{ start, end, sourceSeconds: 0, fadeInSamples: 0, fadeOutSamples: 0 }],
    gain: 1,
    ducking: [],
    fadeInSamples: 0,
    fadeOutSamples: 0,
    ...change,
  };
}

function plan(totalSamples: number, ...sounds: SoundPlan[]): SoundtrackPlan {
  return { sampleRate: RATE, totalSamples, sounds: sounds.length > 0 ? sounds : [sound(0, totalSamples)] };
}

async function left(plan: SoundtrackPlan, decoder: SoundDecoder, from = 0): Promise<number[]> {
  const samples: number[] = [];
  for await (const chunk of renderSoundtrack(plan, async () => decoder, from)) samples.push(...chunk.left);
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

  test('and silent without sounds', async () => {
    const silent = { sampleRate: RATE, totalSamples: 7001, sounds: [] };
    expect(await left(silent, track())).toEqual(new Array(7001).fill(0));
  });
});

test('music stands where the timeline puts it and fades to silence', async () => {
  const music = sound(5000, 20_000, { fadeOutSamples: 4000 });
  const samples = await left(plan(20_000, music), track(constant(1, 50_000)));
  expect(samples[4999]).toBe(0);
  expect(samples[5000]).toBe(1);
  expect(samples[15_000]).toBe(1);
  expect(samples[18_000]).toBeCloseTo(0.5, 2);
  expect(samples[19_999]).toBeCloseTo(0, 6);
});

test('sounds add up, each with its gain, from its first sample to its last', async () => {
  const sounds = [sound(0, 30_000, { gain: 0.5 }), sound(10_001, 20_003, { gain: 0.25 })];
  const samples = await left(plan(30_000, ...sounds), track(constant(1, 30_000)));
  const changes = samples.flatMap((sample, n) => (n > 0 && sample !== samples[n - 1] ? [[n, sample]] : []));
  expect(changes).toEqual([
    [10_001, 0.75],
    [20_003, 0.5],
  ]);
});

test('a mix that begins in the middle is the rest of the same mix', async () => {
  const ramp = constant(0, 96_000);
  ramp.stereo.left.forEach((_, n, samples) => {
    samples[n] = n / 96_000;
  });
  const sounds = plan(90_000, sound(1000, 80_000), sound(40_000, 60_000, { gain: 0.5 }));
  const whole = await left(sounds, track(ramp));
  const rest = await left(sounds, track(ramp), 45_678);
  expect(rest).toHaveLength(90_000 - 45_678);
  rest.forEach((sample, n) => {
    expect(sample).toBeCloseTo(whole[45_678 + n] ?? Number.NaN, 6);
  });
});

test('a sound at double speed is over in half the time', async () => {
  const fast = sound(0, 24_000, { speed: 2 });
  const samples = await left(plan(24_000, fast), track(constant(0.25, 24_000), constant(0.75, 24_000, 0.5)));
  expect(samples[11_000]).toBeCloseTo(0.25, 4);
  expect(samples[13_000]).toBeCloseTo(0.75, 4);
});

test('each round of a loop begins where it should, out of silence and into it', async () => {
  const pieces = [0, 1, 2].map((round) => ({
    start: round * 9600,
    end: (round + 1) * 9600,
    sourceSeconds: 0.1,
    fadeInSamples: 240,
    fadeOutSamples: 240,
  }));
  const samples = await left(plan(28_800, sound(0, 28_800, { pieces })), track(constant(0.5, 48_000)));
  for (const joint of [9600, 19_200]) {
    expect(samples[joint - 1]).toBeCloseTo(0, 4);
    expect(samples[joint]).toBeCloseTo(0, 4);
    expect(samples[joint + 240]).toBe(0.5);
    expect(samples[joint - 241]).toBe(0.5);
  }
});

test('a decoder is open only while its sound is on', async () => {
  const log: string[] = [];
  const mix = renderSoundtrack(plan(48_000, sound(9600, 19_200)), async () => {
    log.push('opened');
    return { ...track(constant(1, 48_000)), dispose: () => void log.push('disposed') };
  });
  let position = 0;
  for await (const chunk of mix) {
    position += chunk.left.length;
    if (position === 9600) expect(log).toEqual([]);
    if (position === 14_400) expect(log).toEqual(['opened']);
    if (position === 19_200) expect(log).toEqual(['opened', 'disposed']);
  }
  expect(log).toEqual(['opened', 'disposed']);
});

test('a mix that is given up disposes its decoders', async () => {
  let disposed = 0;
  const decoder = { ...track(constant(1, 48_000)), dispose: () => void disposed++ };
  const mix = renderSoundtrack(plan(48_000, sound(0, 48_000), sound(0, 48_000)), async () => decoder);
  await mix.next();
  await mix.return();
  expect(disposed).toBe(2);
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
  async function* endless(): AsyncGenerator<DecodedChunk, void, undefined> {
    while (true) yield constant(0, 4800, 0.1 * read++);
  }
  await left(plan(48_000), { chunks: endless, dispose: () => undefined });
  expect(read).toBeLessThan(13);
});
