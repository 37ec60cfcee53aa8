import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemorySampler } from './memory-sampler.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = (thrown: unknown) => {
  throw thrown;
};

test('the peak of a job is the most of its own samples', async () => {
  const samples = [100, 300, 200, 900];
  const sampler = new MemorySampler(async () => samples.shift() ?? 0, never);
  sampler.start('a');
  await vi.advanceTimersByTimeAsync(1_000 + 2 * 60_000);
  expect(sampler.stop('a')).toBe(300);
  expect(vi.getTimerCount()).toBe(0);
  sampler.start('b');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sampler.stop('b')).toBe(900);
});

test('a short job, and a browser that does not tell, have no peak', async () => {
  const sampler = new MemorySampler(async () => 5, never);
  sampler.start('short');
  expect(sampler.stop('short')).toBeNull();
  const blind = new MemorySampler(null, never);
  blind.start('a');
  expect(vi.getTimerCount()).toBe(0);
  expect(blind.stop('a')).toBeNull();
});
