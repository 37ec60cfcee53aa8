import { describe, expect, it } from 'vitest';
import { EnergyMeter, SPEECH_RATE, soundWindows } from './sound-windows.ts';

/** Samples that count seconds, in pieces of 0.7 s. */
async function* counting(seconds: number): AsyncGenerator<Float32Array> {
  const piece = 0.7 * SPEECH_RATE;
  const total = seconds * SPEECH_RATE;
  for (let from = 0; from < total; from += piece) {
    yield Float32Array.from({ length: Math.min(piece, total - from) }, (_, n) => (from + n) / SPEECH_RATE);
  }
}

async function windowsOf(seconds: number) {
  const found = [];
  for await (const { start, samples, isLast } of soundWindows(counting(seconds))) {
    found.push({ start, first: samples[0], seconds: samples.length / SPEECH_RATE, isLast });
  }
  return found;
}

describe('the windows of a sound', () => {
  it('overlap, and hold what is heard at their time', async () => {
    expect(await windowsOf(60)).toEqual([
      { start: 0, first: 0, seconds: 20, isLast: false },
      { start: 14, first: 14, seconds: 20, isLast: false },
      { start: 28, first: 28, seconds: 20, isLast: false },
      { start: 42, first: 42, seconds: 18, isLast: true },
    ]);
  });

  it('are one where one is enough', async () => {
    expect(await windowsOf(20)).toEqual([{ start: 0, first: 0, seconds: 20, isLast: true }]);
  });

  it('are none of no sound', async () => {
    expect(await windowsOf(0)).toEqual([]);
  });
});

describe('the energy of a sound', () => {
  it('is the root mean square of each twentieth of a second', () => {
    const meter = new EnergyMeter();
    meter.push(new Float32Array(SPEECH_RATE / 10).fill(0.5));
    meter.push(new Float32Array(SPEECH_RATE / 20));
    expect(meter.curve()).toEqual({ stepSeconds: 0.05, values: [0.5, 0.5, 0] });
    expect(meter.seconds).toBeCloseTo(0.15, 6);
  });
});
