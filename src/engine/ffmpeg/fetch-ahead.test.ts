import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchAhead } from './fetch-ahead.ts';

const SILENCE_SECONDS = 20;

/** A line that gives a part every so many seconds, and is cut where the caller gives up. */
function lineOf(parts: number, secondsBetween: number): typeof fetch {
  return async (_, init) => {
    const { signal } = init ?? {};
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, secondsBetween * 1000));
        if (signal?.aborted) return;
        if (given++ < parts) controller.enqueue(new Uint8Array(1));
        else controller.close();
      },
    });
    return new Response(body);
  };
}

function ahead(onBytes: () => void = () => undefined): Promise<void> {
  return fetchAhead('core.wasm', SILENCE_SECONDS, { onBytes, onSilence: () => new Error('silent') });
}

describe('a file that is fetched ahead', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('may take many minutes over a slow line, and says that it is alive', async () => {
    vi.stubGlobal('fetch', lineOf(30, SILENCE_SECONDS - 1));
    const onBytes = vi.fn();
    const done = ahead(onBytes);
    await vi.runAllTimersAsync();
    await done;
    expect(onBytes).toHaveBeenCalledTimes(30);
  });

  it('is given up once nothing comes', async () => {
    vi.stubGlobal('fetch', lineOf(30, SILENCE_SECONDS + 1));
    const done = expect(ahead()).rejects.toThrow('silent');
    await vi.runAllTimersAsync();
    await done;
  });

  it('fails at once without a connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(ahead()).rejects.toThrow('Failed to fetch');
  });
});
