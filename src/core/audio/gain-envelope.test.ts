import { expect, test } from 'vitest';
import { applyEnvelope, duckingEnvelope, envelopeGainDb } from './gain-envelope.ts';

const RAMP = { duckDb: 12, attack: 4800, release: 9600 };
const ENVELOPE = duckingEnvelope([{ start: 48_000, end: 96_000 }], RAMP);

test('a ducked sound is level outside, down inside, and halfway in decibels in the middle of a ramp', () => {
  const gains = [0, 43_200, 45_600, 48_000, 95_999, 100_800, 105_600, 200_000].map((n) => envelopeGainDb(ENVELOPE, n));
  expect(gains).toEqual([0, 0, -6, -12, -12, -6, 0, -0].map((gain) => expect.closeTo(gain, 6)));
});

test('a gain never steps: neighbouring samples differ by less than 0.1 %', () => {
  const chunk = { left: new Float32Array(110_000).fill(1), right: new Float32Array(110_000).fill(1) };
  applyEnvelope(chunk, 0, ENVELOPE);
  for (let n = 1; n < chunk.left.length; n++) {
    expect(Math.abs((chunk.left[n] as number) - (chunk.left[n - 1] as number))).toBeLessThan(0.001);
  }
  expect(chunk.left[70_000]).toBeCloseTo(10 ** (-12 / 20), 5);
});

test('is the same whether applied to the whole or to chunks', () => {
  const whole = { left: new Float32Array(9600).fill(1), right: new Float32Array(9600).fill(1) };
  applyEnvelope(whole, 40_800, ENVELOPE);
  const part = { left: new Float32Array(4800).fill(1), right: new Float32Array(4800).fill(1) };
  applyEnvelope(part, 45_600, ENVELOPE);
  part.left.forEach((sample, n) => {
    expect(sample).toBeCloseTo(whole.left[4800 + n] ?? Number.NaN, 4);
  });
});

test('ducking by 0 dB changes nothing', () => {
  expect(duckingEnvelope([{ start: 0, end: 10 }], { ...RAMP, duckDb: 0 })).toEqual([]);
});
