import { type Remote, releaseProxy, wrap } from 'comlink';
import { StudioError } from '#core/errors.ts';
import { installErrorHandler } from '#protocol/error-handler.ts';

/** A timer that is so late, in milliseconds, fired after the page was frozen or the machine slept. */
const OVERSLEPT_MS = 2_000;
/**
 * A worker that has just ended one of its own is ended this much later, in milliseconds: where both end at once, one
 * pair in ten stays for ever, with its memory (Chromium 156; none after 50 ms).
 */
const LINGER_MS = 200;

export interface WorkerClientOptions {
  /** What the worker does, for error messages, e.g. "The import". */
  readonly name: string;
  readonly start: () => Worker;
  /** How long an unused worker is kept, in milliseconds; `Infinity` keeps it until `stop`. */
  readonly idleMs: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly silence?: SilenceLimit;
}

/** Ends a worker that neither answers nor reports progress: a loop in it would never end by itself. */
export interface SilenceLimit {
  /** Between two signs of life. */
  readonly milliseconds: number;
  /** Until the first one; left out, as between two. */
  readonly untilFirst?: number;
  /** @param milliseconds how long it was silent. */
  readonly error: (milliseconds: number) => StudioError;
}

/** Handed to each call: tells the watchdog that the worker lives. */
export type Alive = () => void;

interface RunningWorker<Api> {
  readonly remote: Remote<Api>;
  /** Ends the worker, now or later; every call that is under way rejects with `reason`. */
  readonly end: (reason: StudioError, lingerMs?: number) => void;
  readonly ended: Promise<never>;
}

/**
 * One worker behind a typed bridge. It starts at the first call, stops when idle, and is ended for a cancel: killing a
 * worker is the only real way to stop what it does, and gives its memory back. After a crash the next call starts a
 * fresh one.
 */
export class WorkerClient<Api extends object> {
  #worker: RunningWorker<Api> | null = null;
  #calls = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: WorkerClientOptions) {
    installErrorHandlerOnce();
  }

  /**
   * @throws StudioError `cancelled` when the signal fires, `worker-crashed` when the worker dies, the silence limit's
   * own error, or what the worker throws.
   */
  async call<T>(work: (remote: Remote<Api>, alive: Alive) => Promise<T>, options: CallOptions = {}): Promise<T> {
    if (options.signal?.aborted) throw cancelled();
    clearTimeout(this.#idleTimer);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const watch = watchCall(worker, options);
    this.#calls++;
    try {
      return await Promise.race([work(worker.remote, watch.alive), worker.ended]);
    } finally {
      watch.stop();
      this.#calls--;
      if (this.#calls === 0) this.#stopWhenIdle();
    }
  }

  /** Ends the worker. Calls under way reject with `cancelled`. */
  stop(): void {
    clearTimeout(this.#idleTimer);
    this.#worker?.end(cancelled(), this.#calls === 0 ? LINGER_MS : 0);
  }

  #start(): RunningWorker<Api> {
    const worker = this.options.start();
    const remote = wrap<Api>(worker);
    let end: (reason: StudioError) => void = () => undefined;
    const ended = new Promise<never>((_, reject) => {
      end = (reason, lingerMs = 0) => {
        if (lingerMs === 0) worker.terminate();
        else setTimeout(() => worker.terminate(), lingerMs);
        remote[releaseProxy]();
        if (this.#worker === running) this.#worker = null;
        reject(reason);
      };
    });
    // A worker that ends between two calls fails nobody.
    ended.catch(() => undefined);
    worker.addEventListener('error', (event) => end(crashed(this.options.name, event.message)));
    worker.addEventListener('messageerror', () => end(crashed(this.options.name, 'unreadable message')));
    const running: RunningWorker<Api> = { remote, end, ended };
    return running;
  }

  #stopWhenIdle(): void {
    if (this.options.idleMs === Number.POSITIVE_INFINITY) return;
    this.#idleTimer = setTimeout(() => this.stop(), this.options.idleMs);
  }
}

function watchCall(
  worker: RunningWorker<object>,
  { signal, silence }: CallOptions,
): { alive: Alive; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const watchFor = ({ milliseconds, error }: SilenceLimit, excused: boolean) => {
    clearTimeout(timer);
    const due = Date.now() + milliseconds;
    timer = setTimeout(() => {
      // This thread slept, and so may the worker have done: what it has to say comes next.
      if (!excused && Date.now() - due > OVERSLEPT_MS) watchFor({ milliseconds, error }, true);
      else worker.end(error(milliseconds));
    }, milliseconds);
  };
  const alive = () => {
    // A report may arrive after its call has ended: it must not set the watchdog on whatever runs then.
    if (silence && !over) watchFor(silence, false);
  };
  const onAbort = () => worker.end(cancelled());
  signal?.addEventListener('abort', onAbort);
  if (silence) watchFor({ ...silence, milliseconds: silence.untilFirst ?? silence.milliseconds }, false);
  return {
    alive,
    stop() {
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

let handlerInstalled = false;

/** The handler table is the thread's own, shared by all clients. */
function installErrorHandlerOnce(): void {
  if (handlerInstalled) return;
  installErrorHandler();
  handlerInstalled = true;
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'Cancelled.');
}

function crashed(name: string, cause: string): StudioError {
  return new StudioError('worker-crashed', `${name} stopped unexpectedly. Try again; it starts afresh.`, {
    cause: cause || 'no message',
  });
}
