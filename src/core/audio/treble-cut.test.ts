import { describe, expect, test } from 'vitest';
import { joinChunks, type StereoChunk, sliceChunk } from './stereo.ts';
import { TrebleCut } from './treble-cut.ts';

const RATE = 48_000;

function cut(left: Float32Array<ArrayBuffer>, chunkSamples = 4800): Float32Array {
  const filter = new TrebleCut(RATE);
  const parts: StereoChunk[] = [];
  for (let start = 0; start < left.length; start += chunkSamples) {
    parts.push(filter.push(sliceChunk({ left, right: left }, start, start + chunkSamples)));
  }
  return [...parts, filter.finish()].reduce(joinChunks).left;
}

function levelOf(frequency: number): number {
  const tone = Float32Array.from({ length: RATE / 2 }, (_, n) => Math.sin((2 * Math.PI * frequency * n) / RATE));
  const settled = cut(tone).subarray(200, -200);
  return 10 * Math.log10((2 * settled.reduce((sum, sample) => sum + sample * sample, 0)) / settled.length);
}

describe('without the treble that AAC leaves out', () => {
  test.each([50, 1000, 10_000, 15_500])('%i Hz are as loud as before', (frequency) => {
    expect(Math.abs(levelOf(frequency))).toBeLessThan(0.1);
  });

  test.each([18_600, 20_000, 23_000])('%i Hz are gone', (frequency) => {
    expect(levelOf(frequency)).toBeLessThan(-45);
  });

  test('a click stays in its place, and the sound as long as it was, in chunks of any size', () => {
    const click = new Float32Array(10_007);
    click[5000] = 1;
    const whole = cut(click, 10_007);
    expect(whole).toHaveLength(10_007);
    expect(whole.indexOf(Math.max(...whole))).toBe(5000);
    expect(cut(click, 13)).toEqual(whole);
  });
});
