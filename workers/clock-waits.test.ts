import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClockWaits } from './clock-waits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Names of the waits that are over, as they end. */
function watch(waits: ClockWaits, lengths: Readonly<Record<number, number>>): string[] {
  const over: string[] = [];
  for (const [id, milliseconds] of Object.entries(lengths)) {
    waits.wait(Number(id), milliseconds).then(() => over.push(id));
  }
  return over;
}

test('waits end at their own time', async () => {
  const over = watch(new ClockWaits(), { 1: 2000, 2: 1000 });
  await vi.advanceTimersByTimeAsync(999);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toEqual(['2']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(over).toEqual(['2', '1']);
});

test('a cancelled wait ends now, and the others wait on', async () => {
  const waits = new ClockWaits();
  const over = watch(waits, { 1: 2000, 2: 1000 });
  waits.cancel(1);
  waits.cancel(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toEqual(['1']);
  expect(vi.getTimerCount()).toBe(1);
});
