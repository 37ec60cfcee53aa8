import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { TruePeakLimiter } from './limiter.ts';
import { SlidingMinimum } from './sliding-minimum.ts';
import { joinChunks, type StereoChunk, sliceChunk } from './stereo.ts';
import { TruePeakMeter } from './true-peak.ts';

const RATE = 48_000;
const CEILING = 0.8;

function limited(sound: StereoChunk, gain: number, chunkSamples = 4800): StereoChunk {
  const limiter = new TruePeakLimiter(RATE, gain, CEILING);
  const parts: StereoChunk[] = [];
  for (let start = 0; start < sound.left.length; start += chunkSamples) {
    parts.push(limiter.push(sliceChunk(sound, start, start + chunkSamples)));
  }
  return [...parts, limiter.finish()].reduce(joinChunks);
}

function truePeak(sound: StereoChunk): number {
  const meter = new TruePeakMeter();
  meter.push(sound);
  return meter.finish();
}

function noise(samples: number): StereoChunk {
  const random = seededRandom(1);
  const channel = () => Float32Array.from({ length: samples }, () => 2 * random() - 1);
  return { left: channel(), right: channel() };
}

function tone(samples: number, peak: number): StereoChunk {
  const left = Float32Array.from({ length: samples }, (_, n) => peak * Math.sin((2 * Math.PI * 200 * n) / RATE));
  return { left, right: left.slice() };
}

describe('a limiter', () => {
  test.each([1, 4, 20])('holds noise at %i times full scale under its ceiling, between the samples too', (gain) => {
    expect(truePeak(limited(noise(RATE), gain))).toBeLessThan(CEILING * 1.01);
  });

  test('holds a click of one sample under it, and leaves it where it was', () => {
    const sound = tone(RATE, 0.05);
    sound.left[20_000] = 1;
    const { left, right } = limited(sound, 8);
    expect(left.indexOf(Math.max(...left))).toBe(20_000);
    expect(truePeak({ left, right })).toBeLessThan(CEILING * 1.01);
  });

  test('only multiplies what stays below it', () => {
    const sound = tone(10_000, 0.3);
    const { left } = limited(sound, 2);
    left.forEach((sample, n) => {
      expect(sample).toBeCloseTo(2 * (sound.left[n] as number), 5);
    });
  });

  test('lowers both channels by the same gain, so that nothing moves sideways', () => {
    const sound = { left: tone(RATE, 1).left, right: tone(RATE, 0.25).right };
    const { left, right } = limited(sound, 2);
    right.forEach((sample, n) => {
      expect(sample).toBeCloseTo((left[n] as number) / 4, 5);
    });
  });

  test('is back to its gain half a second after a peak', () => {
    const sound = tone(2 * RATE, 0.1);
    sound.left.fill(1, 24_000, 24_100);
    const { left } = limited(sound, 4);
    const untouched = tone(2 * RATE, 0.4).left;
    expect(left[60_037]).toBeCloseTo(untouched[60_037] as number, 2);
    expect(Math.abs(left[25_260] as number)).toBeLessThan(0.5 * Math.abs(untouched[25_260] as number));
  });

  test('gives as much as it takes, and the same in chunks of any size', () => {
    const sound = noise(10_007);
    const whole = limited(sound, 3, 10_007);
    expect(whole.left).toHaveLength(10_007);
    for (const size of [1, 777]) expect(limited(sound, 3, size)).toEqual(whole);
    expect(limited(noise(3), 3).left).toHaveLength(3);
  });
});

test('a sliding minimum is the least of the last values', () => {
  const random = seededRandom(2);
  const values = Array.from({ length: 500 }, () => Math.round(20 * random()));
  const minimum = new SlidingMinimum(7);
  values.forEach((value, n) => {
    expect(minimum.next(value)).toBe(Math.min(...values.slice(Math.max(0, n - 6), n + 1)));
  });
});
