import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { hangingFileError, withTimeLimit } from './time-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('work that ends in time gives its result and leaves no timer behind', async () => {
  await expect(withTimeLimit(Promise.resolve(7), 15, () => hangingFileError('a.mp3'))).resolves.toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

test('work that fails in time keeps its own error', async () => {
  const work = Promise.reject(new StudioError('file-damaged', 'Broken.'));
  await expect(withTimeLimit(work, 15, () => hangingFileError('a.mp3'))).rejects.toThrow('Broken.');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that hangs is given up with an error that names the file', async () => {
  const outcome = expect(withTimeLimit(new Promise(() => {}), 15, () => hangingFileError('odd.mp3'))).rejects.toThrow(
    /odd\.mp3/,
  );
  await vi.advanceTimersByTimeAsync(15_000);
  await outcome;
});
