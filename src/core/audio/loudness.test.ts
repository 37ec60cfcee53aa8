import { describe, expect, test } from 'vitest';
import { LoudnessMeter } from './loudness.ts';
import { joinChunks, type StereoChunk, silence, sliceChunk } from './stereo.ts';

/** A 997 Hz sine on both channels whose peaks stand at `level` dBFS. */
function sine(level: number, seconds: number, rate = 48_000): StereoChunk {
  const peak = 10 ** (level / 20);
  const left = Float32Array.from({ length: seconds * rate }, (_, n) => peak * Math.sin((2 * Math.PI * 997 * n) / rate));
  return { left, right: left.slice() };
}

function loudnessOf(sound: StereoChunk, rate = 48_000, chunkSamples = 4800): number {
  const meter = new LoudnessMeter(rate);
  for (let start = 0; start < sound.left.length; start += chunkSamples) {
    meter.push(sliceChunk(sound, start, start + chunkSamples));
  }
  return meter.integrated();
}

/** EBU Tech 3341, table 1: what a meter must show, to 0.1 LU. */
describe('a meter of EBU mode shows', () => {
  test.each([44_100, 48_000, 96_000])('-23 LUFS for a stereo sine at -23 dBFS, at %i Hz', (rate) => {
    expect(Math.abs(loudnessOf(sine(-23, 20, rate), rate) + 23)).toBeLessThan(0.1);
  });

  test('-33 LUFS for one at -33 dBFS', () => {
    expect(Math.abs(loudnessOf(sine(-33, 20)) + 33)).toBeLessThan(0.1);
  });

  test('-23 LUFS for a minute of it between quieter parts, which the relative gate leaves out', () => {
    const sound = [sine(-36, 10), sine(-23, 60), sine(-36, 10)].reduce(joinChunks);
    expect(Math.abs(loudnessOf(sound) + 23)).toBeLessThan(0.1);
  });

  test('the same between parts that the absolute gate leaves out', () => {
    const sound = [sine(-72, 10), sine(-36, 10), sine(-23, 60), sine(-36, 10), sine(-72, 10)].reduce(joinChunks);
    expect(Math.abs(loudnessOf(sound) + 23)).toBeLessThan(0.1);
  });

  test('-23 LUFS for 20 s at -26, 20.1 s at -20 and 20 s at -26 dBFS', () => {
    const sound = [sine(-26, 20), sine(-20, 20.1), sine(-26, 20)].reduce(joinChunks);
    expect(Math.abs(loudnessOf(sound) + 23)).toBeLessThan(0.1);
  });
});

test('one silent channel makes a sound 3 LU quieter', () => {
  const { left } = sine(-20, 5);
  expect(loudnessOf({ left, right: new Float32Array(left.length) })).toBeCloseTo(-23, 1);
});

test('the same sound in chunks of any size is as loud', () => {
  const sound = sine(-18, 3);
  expect(loudnessOf(sound, 48_000, 977)).toBe(loudnessOf(sound));
});

test('silence, and what is shorter than a block, has no loudness', () => {
  expect(loudnessOf(silence(96_000))).toBe(Number.NEGATIVE_INFINITY);
  expect(loudnessOf(sine(-10, 0.35))).toBe(Number.NEGATIVE_INFINITY);
});
