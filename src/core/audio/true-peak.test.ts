import { expect, test } from 'vitest';
import { sliceChunk } from './stereo.ts';
import { TruePeakMeter, TruePeaks } from './true-peak.ts';

const RATE = 48_000;

function sine(frequency: number, phase: number, peak: number): { left: Float32Array<ArrayBuffer> } {
  const left = Float32Array.from({ length: RATE / 2 }, (_, n) => {
    // Faded in and out: a sine that is switched on has peaks of its own.
    const fade = Math.min(1, n / 4800, (RATE / 2 - n) / 4800);
    return peak * fade * Math.sin((2 * Math.PI * frequency * n) / RATE + phase);
  });
  return { left };
}

function peakOf(left: Float32Array<ArrayBuffer>, chunkSamples = 4800): number {
  const meter = new TruePeakMeter();
  const sound = { left, right: new Float32Array(left.length) };
  for (let start = 0; start < left.length; start += chunkSamples) {
    meter.push(sliceChunk(sound, start, start + chunkSamples));
  }
  return 20 * Math.log10(meter.finish());
}

/** EBU Tech 3341, cases 15 to 19: +0.2, -0.4 dB. */
test.each([
  [RATE / 4, 0, 0.5],
  [RATE / 4, Math.PI / 4, 0.5],
  [RATE / 6, Math.PI / 3, 0.5],
  [RATE / 8, (67.5 * Math.PI) / 180, 0.5],
  [RATE / 4, Math.PI / 4, Math.SQRT2],
  [15_000, 1, 0.5],
  [997, 0, 0.5],
])('a sine of %f Hz at phase %f has the peak of its curve, whatever its samples', (frequency, phase, peak) => {
  const found = peakOf(sine(frequency, phase, peak).left) - 20 * Math.log10(peak);
  expect(found).toBeLessThan(0.2);
  expect(found).toBeGreaterThan(-0.4);
});

test('a peak lies between two samples: at a quarter of the rate it is 3 dB above both', () => {
  const { left } = sine(RATE / 4, Math.PI / 4, 1);
  const loudestSample = 20 * Math.log10(Math.max(...left));
  expect(loudestSample).toBeCloseTo(-3, 1);
  expect(peakOf(left)).toBeCloseTo(0, 1);
});

test('chunks of any size have the same peak', () => {
  const { left } = sine(11_025, 0.3, 0.7);
  expect(peakOf(left, 7)).toBeCloseTo(peakOf(left, 24_000), 6);
});

test('each sample gets an answer, in order', () => {
  const peaks = new TruePeaks();
  const left = new Float32Array(1000);
  left[500] = 1;
  const answers = [...peaks.push({ left, right: new Float32Array(1000) }, 0), ...peaks.finish(0)];
  expect(answers).toHaveLength(1000);
  expect(answers.indexOf(Math.max(...answers))).toBe(500);
});
