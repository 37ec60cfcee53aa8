import { expose } from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { installErrorHandler } from '#protocol/error-handler.ts';
import { type Alive, WorkerClient } from './worker-client.ts';

/** A worker on this thread: what it answers is real Comlink over a real message channel. */
class LocalWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  terminated = false;

  constructor(api: object) {
    super();
    expose(api, this.#channel.port2);
    this.#channel.port1.onmessage = (event) => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data: event.data }));
    };
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.terminated) this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }

  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

interface Api {
  add(a: number, b: number): Promise<number>;
  refuse(): Promise<never>;
  never(): Promise<never>;
}

const API: Api = {
  add: async (a, b) => a + b,
  refuse: async () => {
    throw new StudioError('file-empty', 'a.jpg is empty.', { file: 'a.jpg', rule: 'file has bytes', value: 0 });
  },
  never: () => new Promise(() => undefined),
};

installErrorHandler();

function client(idleMs = Number.POSITIVE_INFINITY) {
  const started: LocalWorker[] = [];
  const start = () => {
    const worker = new LocalWorker(API);
    started.push(worker);
    // Only what the client uses of a worker.
    return worker as unknown as Worker;
  };
  return { started, client: new WorkerClient<Api>({ name: 'The test', start, idleMs }) };
}

const open: WorkerClient<Api>[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const one of open.splice(0)) one.stop();
});

function opened(idleMs?: number) {
  const made = client(idleMs);
  open.push(made.client);
  return made;
}

describe('a worker behind a client', () => {
  test('starts at the first call and serves the next ones too', async () => {
    const { client, started } = opened();
    expect(started).toHaveLength(0);
    expect(await client.call((remote) => remote.add(1, 2))).toBe(3);
    expect(await client.call((remote) => remote.add(3, 4))).toBe(7);
    expect(started).toHaveLength(1);
  });

  test('carries an error with its code and details', async () => {
    const { client } = opened();
    const error = await client.call((remote) => remote.refuse()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StudioError);
    expect(error).toMatchObject({ code: 'file-empty', details: { file: 'a.jpg', value: 0 } });
  });

  test('is ended by a cancel, and the next call has a fresh one', async () => {
    const { client, started } = opened();
    const cancel = new AbortController();
    const call = client.call((remote) => remote.never(), { signal: cancel.signal });
    cancel.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(started[0]?.terminated).toBe(true);
    expect(await client.call((remote) => remote.add(1, 1))).toBe(2);
    expect(started).toHaveLength(2);
  });

  test('that has finished is ended a moment later, once workers of its own are gone', async () => {
    const { client, started } = opened();
    await client.call((remote) => remote.add(1, 1));
    vi.useFakeTimers();
    client.stop();
    expect(started[0]?.terminated).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(started[0]?.terminated).toBe(true);
  });

  test('is ended at once when it is stopped in the middle of a call', async () => {
    const { client, started } = opened();
    const call = client.call((remote) => remote.never());
    client.stop();
    expect(started[0]?.terminated).toBe(true);
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('does not start for a call that is cancelled already', async () => {
    const { client, started } = opened();
    const call = client.call((remote) => remote.add(1, 1), { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(started).toHaveLength(0);
  });

  test('fails its calls when it crashes, and the next call has a fresh one', async () => {
    const { client, started } = opened();
    const call = client.call((remote) => remote.never());
    started[0]?.crash('out of memory');
    await expect(call).rejects.toMatchObject({ code: 'worker-crashed', details: { cause: 'out of memory' } });
    expect(await client.call((remote) => remote.add(2, 2))).toBe(4);
    expect(started).toHaveLength(2);
  });

  test('is ended after silence, and lives on while it reports', async () => {
    vi.useFakeTimers();
    const { client } = opened();
    const error = () => new StudioError('render-stalled', 'No progress.');
    let alive: Alive = () => undefined;
    const call = client.call(
      (remote, tell) => {
        alive = tell;
        return remote.never();
      },
      { silence: { milliseconds: 1000, error } },
    );
    const failure = call.catch((thrown: unknown) => thrown);
    vi.advanceTimersByTime(900);
    alive();
    vi.advanceTimersByTime(900);
    expect(await Promise.race([failure, Promise.resolve('running')])).toBe('running');
    vi.advanceTimersByTime(100);
    expect(await failure).toMatchObject({ code: 'render-stalled' });
  });

  test('may be silent for longer before its first word', async () => {
    vi.useFakeTimers();
    const { client } = opened();
    const error = () => new StudioError('render-stalled', 'No progress.');
    const call = client.call((remote) => remote.never(), { silence: { milliseconds: 1000, untilFirst: 5000, error } });
    const failure = call.catch((thrown: unknown) => thrown);
    vi.advanceTimersByTime(4900);
    expect(await Promise.race([failure, Promise.resolve('running')])).toBe('running');
    vi.advanceTimersByTime(100);
    expect(await failure).toMatchObject({ code: 'render-stalled' });
  });

  test('is not blamed for the time in which the machine slept', async () => {
    vi.useFakeTimers();
    const { client } = opened();
    const error = () => new StudioError('render-stalled', 'No progress.');
    const call = client.call((remote) => remote.never(), { silence: { milliseconds: 1000, error } });
    const failure = call.catch((thrown: unknown) => thrown);
    // The clock goes on in sleep, timers do not.
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(1000);
    expect(await Promise.race([failure, Promise.resolve('running')])).toBe('running');
    vi.advanceTimersByTime(1000);
    expect(await failure).toMatchObject({ code: 'render-stalled' });
  });

  test('is not ended by the silence after a report that comes when its call is over', async () => {
    vi.useFakeTimers();
    const { client: worker, started } = opened();
    const silence = { milliseconds: 1000, error: () => new StudioError('file-damaged', 'Silent.') };
    let late: Alive = () => undefined;
    const work = worker.call(
      async (remote, alive) => {
        late = alive;
        return await remote.add(1, 2);
      },
      { silence },
    );
    expect(await work).toBe(3);
    late();
    await vi.advanceTimersByTimeAsync(2000);
    expect(started[0]?.terminated).toBe(false);
  });

  test('stops once it has been idle', async () => {
    const { client, started } = opened(10);
    await client.call((remote) => remote.add(1, 1));
    expect(started[0]?.terminated).toBe(false);
    await vi.waitFor(() => expect(started[0]?.terminated).toBe(true));
  });
});
