import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogEntry } from '#core/log/log-entry.ts';
import { LogWriter } from './log-writer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function writerInto(append: (entries: readonly LogEntry[]) => Promise<void>) {
  const failures: unknown[] = [];
  const onFailure = (thrown: unknown) => void failures.push(thrown);
  return { log: new LogWriter({ tab: 'a', now: () => 7, append, onFailure }), failures };
}

describe('the log', () => {
  test('is written in batches, in order, with the tab that speaks', async () => {
    const batches: (readonly LogEntry[])[] = [];
    const { log } = writerInto(async (entries) => void batches.push(entries));
    log.add('info', 'page', 'opened');
    log.add('warn', 'export', 'slow', { job: 'x' });
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(batches).toEqual([
      [
        { at: 7, level: 'info', scope: 'page', event: 'opened', details: { tab: 'a' } },
        { at: 7, level: 'warn', scope: 'export', event: 'slow', details: { tab: 'a', job: 'x' } },
      ],
    ]);
  });

  test('writes an error at once', async () => {
    const append = vi.fn(async () => undefined);
    const { log } = writerInto(append);
    log.add('error', 'page', 'broke');
    await vi.advanceTimersByTimeAsync(0);
    expect(append).toHaveBeenCalledTimes(1);
  });

  test('keeps what a full disk refused for the next batch, and never throws', async () => {
    const written: string[] = [];
    let full = true;
    const { log, failures } = writerInto(async (entries) => {
      if (full) throw new Error('full');
      written.push(...entries.map((entry) => entry.event));
    });
    log.add('info', 'page', 'first');
    await log.flush();
    expect(failures).toHaveLength(1);
    full = false;
    log.add('info', 'page', 'second');
    await log.flush();
    expect(written).toEqual(['first', 'second']);
  });

  test('does not grow without end while nothing can be written', async () => {
    let size = 0;
    const { log } = writerInto(async (entries) => {
      size = entries.length;
      throw new Error('full');
    });
    for (let n = 0; n < 2_000; n++) log.add('info', 'page', 'again');
    await log.flush();
    await log.flush();
    expect(size).toBe(500);
  });
});
