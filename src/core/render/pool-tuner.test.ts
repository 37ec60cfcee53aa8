import { describe, expect, test } from 'vitest';
import { PoolTuner } from './pool-tuner.ts';

/** Lets workers work on a machine that gives `speeds[n - 1]` frames a second with n of them. */
function tuned(speeds: readonly number[], { start = 1, most = 4, seconds = 60 } = {}): PoolTuner {
  const tuner = new PoolTuner(start, most);
  for (let ms = 0; ms < seconds * 1000; ms += 100) {
    const workers = tuner.size;
    const each = (speeds[workers - 1] ?? 0) / 10 / workers;
    for (let worker = 0; worker < workers; worker++) tuner.note(worker, each, ms);
  }
  return tuner;
}

describe('the number of workers', () => {
  test('stays at one where a second brings nothing', () => {
    expect(tuned([60, 61, 61, 60]).size).toBe(1);
  });

  test('grows as long as one more is worth it', () => {
    expect(tuned([60, 115, 160, 165]).size).toBe(3);
    expect(tuned([60, 115, 160, 200]).size).toBe(4);
  });

  test('goes back where one more is in the way', () => {
    expect(tuned([60, 40, 30, 20]).size).toBe(1);
  });

  test('is never more than the machine may hold', () => {
    expect(tuned([60, 115, 160, 200], { most: 2 }).size).toBe(2);
    expect(tuned([60], { most: 0 }).size).toBe(1);
  });

  test('that was found before is where the next render begins', () => {
    expect(tuned([60, 115, 160, 165], { start: 3 }).size).toBe(3);
  });

  test('is not judged by a worker that has only just begun', () => {
    const tuner = new PoolTuner(1, 2);
    for (let ms = 0; ms <= 2000; ms += 100) tuner.note(0, 6, ms);
    expect(tuner.size).toBe(2);
    // The first goes on at half the speed while the second still loads: no second opinion yet.
    for (let ms = 2100; ms < 6000; ms += 100) tuner.note(0, 3, ms);
    expect(tuner.settled).toBe(false);
    for (let ms = 6000; ms < 9000; ms += 100) for (const worker of [0, 1]) tuner.note(worker, 5, ms);
    expect([tuner.size, tuner.settled]).toEqual([2, true]);
  });
});
