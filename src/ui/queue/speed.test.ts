import { describe, expect, it } from 'vitest';
import { type SpeedSample, speedOf, withSample } from './speed.ts';

const samplesOf = (...samples: SpeedSample[]) => samples.reduce(withSample, [] as readonly SpeedSample[]);

describe('the speed of a render', () => {
  it('is what was done over the time it took', () => {
    expect(speedOf(samplesOf({ at: 1000, done: 10 }, { at: 2000, done: 34 }, { at: 3000, done: 60 }))).toBe(25);
  });

  it('is not told from one moment, or from too short a time', () => {
    expect(speedOf([])).toBeNull();
    expect(speedOf(samplesOf({ at: 0, done: 0 }, { at: 500, done: 30 }))).toBeNull();
  });

  it('forgets how it was more than ten seconds ago', () => {
    const samples = samplesOf({ at: 0, done: 0 }, { at: 10_000, done: 1000 }, { at: 20_000, done: 1100 });
    expect(speedOf(samples)).toBe(10);
  });

  it('begins anew with a run that begins anew', () => {
    expect(samplesOf({ at: 0, done: 500 }, { at: 1000, done: 0 })).toEqual([{ at: 1000, done: 0 }]);
  });
});
