import { describe, expect, test } from 'vitest';
import { StereoResampler } from './resampler.ts';
import { type StereoChunk, sliceChunk } from './stereo.ts';

/** Mid-band edges keep the filter's run-in and run-out out of the measurement. */
const SETTLED_SAMPLES = 400;

function tone(frequency: number, rate: number, length: number): StereoChunk {
  const left = Float32Array.from({ length }, (_, n) => Math.sin((2 * Math.PI * frequency * n) / rate));
  return { left, right: Float32Array.from(left, (sample) => -sample) };
}

function resample(source: StereoChunk, from: number, to: number, chunkSamples = 1152): Float32Array {
  const resampler = new StereoResampler(from, to);
  const parts: StereoChunk[] = [];
  for (let start = 0; start < source.left.length; start += chunkSamples) {
    parts.push(resampler.push(sliceChunk(source, start, start + chunkSamples)));
  }
  parts.push(resampler.finish());
  return Float32Array.from(parts.flatMap((part) => Array.from(part.left)));
}

function rms(samples: Float32Array): number {
  const settled = samples.subarray(SETTLED_SAMPLES, -SETTLED_SAMPLES);
  return Math.sqrt(settled.reduce((sum, sample) => sum + sample * sample, 0) / settled.length);
}

function decibels(ratio: number): number {
  return 20 * Math.log10(ratio);
}

const RATES = [
  [44_100, 48_000],
  [22_050, 48_000],
  [8_000, 48_000],
  [96_000, 48_000],
  [88_200, 48_000],
  [44_056, 48_000],
] as const;

describe.each(RATES)('from %i Hz to %i Hz', (from, to) => {
  test('a tone comes out as the same tone: what differs is 80 dB below it', () => {
    const frequency = 0.2 * Math.min(from, to);
    const output = resample(tone(frequency, from, from / 4), from, to);
    const wanted = tone(frequency, to, output.length).left;
    const difference = output.map((sample, n) => sample - (wanted[n] ?? 0));
    expect(decibels(rms(difference) / rms(wanted))).toBeLessThan(-80);
  });

  test('the length in time is kept to the nearest sample, whatever the chunks', () => {
    for (const length of [1, 1151, 10_007]) {
      for (const chunk of [1, 777, 4096]) {
        expect(resample(tone(100, from, length), from, to, chunk)).toHaveLength(Math.round((length * to) / from));
      }
    }
  });

  test('chunks of any size give the same samples', () => {
    const source = tone(440, from, 5000);
    expect(resample(source, from, to, 97)).toEqual(resample(source, from, to, 5000));
  });
});

test('tones up to 19 kHz of a 44.1 kHz track pass within 0.1 dB', () => {
  for (const frequency of [30, 1_000, 10_000, 19_000]) {
    const output = resample(tone(frequency, 44_100, 22_050), 44_100, 48_000);
    expect(Math.abs(decibels(rms(output) * Math.SQRT2))).toBeLessThan(0.1);
  }
});

test('what the lower rate cannot hold is 85 dB down instead of folding back', () => {
  for (const frequency of [25_500, 30_000, 40_000, 47_000]) {
    expect(decibels(rms(resample(tone(frequency, 96_000, 48_000), 96_000, 48_000)) * Math.SQRT2)).toBeLessThan(-85);
  }
});

test('a constant stays that constant, and a click stays where it was', () => {
  const constant = resample(
    { left: new Float32Array(4000).fill(0.5), right: new Float32Array(4000) },
    44_100,
    48_000,
  ).subarray(SETTLED_SAMPLES, -SETTLED_SAMPLES);
  for (const sample of constant) expect(sample).toBeCloseTo(0.5, 5);

  const click = new Float32Array(44_100);
  click[22_050] = 1;
  const output = resample({ left: click, right: click }, 44_100, 48_000);
  expect(output.indexOf(Math.max(...output))).toBe(24_000);
});

test('the same rate passes samples through untouched', () => {
  const source = tone(440, 48_000, 3000);
  expect(resample(source, 48_000, 48_000)).toEqual(source.left);
});
