import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { fromDecibels } from './decibels.ts';
import { TruePeakLimiter } from './limiter.ts';
import { gainReaching, LIMITER_CEILING, LimitedGainSearch, MixMeter, needsLimiter, plainGain } from './normalise.ts';
import { type StereoChunk, silence, sliceChunk } from './stereo.ts';

const RATE = 48_000;

function chunksOf(sound: StereoChunk): StereoChunk[] {
  return Array.from({ length: Math.ceil(sound.left.length / 4800) }, (_, n) =>
    sliceChunk(sound, n * 4800, (n + 1) * 4800),
  );
}

function levelsOf(sound: StereoChunk) {
  const meter = new MixMeter(RATE);
  for (const chunk of chunksOf(sound)) meter.push(chunk);
  return meter.finish();
}

/** Short plucked tones over a pad: peaks far above the mean. */
function plucks(peak: number): StereoChunk {
  const left = Float32Array.from({ length: 8 * RATE }, (_, n) => {
    const time = n / RATE;
    const pluck = Math.exp(-25 * (time % 0.5)) * Math.sin(2 * Math.PI * 440 * time);
    return peak * (0.8 * pluck + 0.1 * Math.sin(2 * Math.PI * 330 * time));
  });
  return { left, right: left.slice() };
}

describe('the gain to the target', () => {
  test.each([-8, -14, -30, -44])('of a mix at %i LUFS is what is missing', (loudness) => {
    expect(plainGain({ loudness, truePeak: loudness + 10 })).toBeCloseTo(-14 - loudness, 6);
  });

  test('falls to nothing for what is nearly silent: hiss is not made loud', () => {
    expect(plainGain({ loudness: -52, truePeak: -40 })).toBeCloseTo(15, 6);
    expect(plainGain({ loudness: -60, truePeak: -50 })).toBe(0);
    expect(plainGain({ loudness: -80, truePeak: -70 })).toBe(0);
    expect(plainGain(levelsOf(silence(RATE)))).toBe(0);
  });

  test('needs the limiter where it would raise the peaks too far', () => {
    expect(needsLimiter({ loudness: -20, truePeak: -12 }, 6)).toBe(false);
    expect(needsLimiter({ loudness: -20, truePeak: -4 }, 6)).toBe(true);
  });
});

test('with the limiter on a mix still comes out at the target', () => {
  const sound = plucks(1);
  const levels = levelsOf(sound);
  const gain = plainGain(levels);
  expect(needsLimiter(levels, gain)).toBe(true);
  const search = new LimitedGainSearch(RATE, levels, gain);
  for (const chunk of chunksOf(sound)) search.push(chunk);
  const found = search.finish();
  expect(found).toBeGreaterThan(gain);

  const limiter = new TruePeakLimiter(RATE, fromDecibels(found), LIMITER_CEILING);
  const meter = new MixMeter(RATE);
  for (const chunk of chunksOf(sound)) meter.push(limiter.push(chunk));
  meter.push(limiter.finish());
  const limited = meter.finish();
  expect(Math.abs(limited.loudness + 14)).toBeLessThan(0.2);
  expect(fromDecibels(limited.truePeak)).toBeLessThan(LIMITER_CEILING * 1.01);
});

describe('among measured gains', () => {
  const points = [
    { gain: 3, loudness: -15 },
    { gain: 4, loudness: -14.5 },
    { gain: 6, loudness: -13.5 },
    { gain: 10, loudness: -13 },
  ];

  test('the one between two is taken that reaches the target', () => {
    expect(gainReaching(-14, points)).toBeCloseTo(5, 6);
    expect(gainReaching(-15, points)).toBe(3);
  });

  test('the last is taken where none reaches it', () => {
    expect(gainReaching(-10, points)).toBe(10);
  });

  test('none is taken that only squeezes', () => {
    expect(gainReaching(-10, [...points.slice(0, 2), { gain: 8, loudness: -14.4 }])).toBe(4);
  });
});

test('noise at any level is measured as loud as it is', () => {
  const random = seededRandom(3);
  const quiet = Float32Array.from({ length: 3 * RATE }, () => 0.01 * (random() - 0.5));
  const loud = quiet.map((sample) => 50 * sample);
  const [a, b] = [levelsOf({ left: quiet, right: quiet }), levelsOf({ left: loud, right: loud })];
  expect(b.loudness - a.loudness).toBeCloseTo(20 * Math.log10(50), 3);
  expect(b.truePeak - a.truePeak).toBeCloseTo(20 * Math.log10(50), 3);
});
