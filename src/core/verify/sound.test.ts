import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { silentWindows } from './silent-windows.ts';
import { SLOWER_BY, SoundDigest } from './sound-digest.ts';
import { findLag } from './sound-lag.ts';

const RATE = 48_000;
const SECONDS = 6;

/** Beats of hiss over a tone: what music is made of. */
function music(seed = 1): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from({ length: SECONDS * RATE }, (_, n) => {
    const beat = Math.exp(-20 * ((n / RATE) % 0.5));
    return 0.3 * Math.sin((2 * Math.PI * 220 * n) / RATE) + 0.3 * beat * (random() - 0.5);
  });
}

function tone(hertz: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: SECONDS * RATE }, (_, n) => 0.3 * Math.sin((2 * Math.PI * hertz * n) / RATE));
}

/** @param by samples that it comes later, in the same length. */
function shifted(samples: Float32Array, by: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(samples, (_, n) => samples[n - by] ?? 0);
}

function scaled(samples: Float32Array, gain: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(samples, (sample) => sample * gain);
}

/** In pieces whose edges fall on nothing. */
function digest(samples: Float32Array<ArrayBuffer>): SoundDigest {
  const whole = new SoundDigest(samples.length);
  for (let position = 0; position < samples.length; position += 1013) {
    const piece = samples.slice(position, position + 1013);
    whole.add({ left: piece, right: piece }, position);
  }
  return whole;
}

function lagMs(mix: Float32Array<ArrayBuffer>, found: Float32Array<ArrayBuffer>): number {
  const lag = findLag(digest(mix), digest(found));
  if (!lag) throw new Error('No lag was found.');
  return (1000 * lag.lag * SLOWER_BY) / RATE;
}

describe('how far sound lies beside its mix', () => {
  it.each([-200, -60, -11, 0, 11, 60, 200])('%i ms are found to a quarter of one, at any gain', (ms) => {
    const found = scaled(shifted(music(), (ms * RATE) / 1000), 0.1);
    expect(Math.abs(lagMs(music(), found) - ms)).toBeLessThanOrEqual(0.25);
  });

  it('is nothing for a tone in place, though many lags fit it', () => {
    expect(lagMs(tone(220), tone(220))).toBe(0);
  });

  it('is not asked of silence', () => {
    expect(findLag(digest(new Float32Array(RATE)), digest(music()))).toBeNull();
  });

  it('takes clicks that a limiter held down over a raised tone for the same sound', () => {
    const limited = (gain: (sinceClick: number) => number) =>
      Float32Array.from({ length: SECONDS * RATE }, (_, n) => {
        const sinceClick = ((n / RATE + 0.3) % 0.6) - 0.3;
        const click = Math.exp(-((sinceClick / 0.001) ** 2)) * Math.cos(2 * Math.PI * 1000 * sinceClick);
        return gain(sinceClick) * (0.8 * click + 0.005 * Math.sin((2 * Math.PI * 220 * n) / RATE));
      });
    const found = limited((since) => (since < -0.005 ? 30 : since < 0 ? 1 : 30 - 29 * Math.exp(-since / 0.05)));
    expect(findLag(digest(limited(() => 1)), digest(found))?.likeness).toBeGreaterThan(0.8);
  });

  it('tells another sound by its likeness', () => {
    expect(findLag(digest(music()), digest(music()))?.likeness).toBeCloseTo(1, 3);
    expect(findLag(digest(music()), digest(tone(331)))?.likeness).toBeLessThan(0.3);
    expect(findLag(digest(music()), digest(new Float32Array(SECONDS * RATE)))?.likeness).toBe(0);
  });
});

describe('silence where there should be sound', () => {
  it('is not found where the file is only louder or quieter', () => {
    expect(silentWindows(digest(music()), digest(scaled(music(), 0.05)))).toEqual([]);
  });

  it('is found where the file is silent, or far below its own level', () => {
    const holed = music();
    holed.fill(0, 2 * RATE, 2.5 * RATE);
    for (let n = 4 * RATE; n < 4.2 * RATE; n++) holed[n] = (holed[n] as number) * 0.01;
    expect(silentWindows(digest(music()), digest(holed))).toEqual([20, 21, 22, 23, 24, 40, 41]);
  });

  it('is not found where a limiter held clicks over a quiet tone that was raised', () => {
    const withClicks = (level: number, click: number) => {
      const samples = scaled(tone(220), level);
      for (const second of [1, 2, 4]) samples.fill(click, second * RATE - 24, second * RATE + 24);
      return samples;
    };
    expect(silentWindows(digest(withClicks(0.015, 0.9)), digest(withClicks(0.5, 0.7)))).toEqual([]);
  });

  it('is everything where the file has no sound', () => {
    const windows = silentWindows(digest(music()), new SoundDigest(SECONDS * RATE));
    expect(windows).toHaveLength(SECONDS * 10);
  });

  it('is not missed where the mix is silent, or fades out', () => {
    const mix = music();
    mix.fill(0, 0, RATE);
    for (let n = 5 * RATE; n < mix.length; n++) mix[n] = (mix[n] as number) * 1e-5;
    const found = mix.slice();
    found.fill(0, 5 * RATE);
    expect(silentWindows(digest(mix), digest(found))).toEqual([]);
  });
});

describe('a digest', () => {
  it('knows where sound begins and ends, and leaves out what lies beyond', () => {
    const whole = new SoundDigest(RATE);
    expect(whole.firstSample).toBeNull();
    const piece = new Float32Array(RATE).fill(0.5);
    whole.add({ left: piece, right: piece }, 4800);
    expect([whole.firstSample, whole.endSample]).toEqual([4800, RATE + 4800]);
    expect(whole.powers[0]).toBe(0);
    expect(whole.powers[1]).toBeCloseTo(0.25, 3);
  });
});
