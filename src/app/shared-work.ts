import { StudioError } from '#core/errors.ts';

/** How one who waits takes part. */
export interface Waiting<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Work that is under way, for everyone who asked for it. */
interface UnderWay<Result, Progress> {
  readonly result: Promise<Result>;
  readonly cancel: AbortController;
  readonly watchers: Set<(progress: Progress) => void>;
  /** How many still want the answer. */
  wanted: number;
}

type Work<Key, Result, Progress> = (
  key: Key,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) => Promise<Result>;

/** Does each piece of work once, however many ask at the same time. Who cancels leaves; the last one to leave ends it. */
export class SharedWork<Key, Result, Progress> {
  readonly #work: Work<Key, Result, Progress>;
  readonly #underWay = new Map<Key, UnderWay<Result, Progress>>();

  constructor(work: Work<Key, Result, Progress>) {
    this.#work = work;
  }

  /** @throws StudioError `cancelled` when the signal fires, or what the work throws. */
  async join(key: Key, { signal, onProgress }: Waiting<Progress> = {}): Promise<Result> {
    if (signal?.aborted) throw cancelled();
    const work = this.#underWay.get(key) ?? this.#begin(key);
    work.wanted++;
    if (onProgress) work.watchers.add(onProgress);
    try {
      return await untilAborted(work.result, signal);
    } finally {
      if (onProgress) work.watchers.delete(onProgress);
      work.wanted--;
      if (work.wanted === 0) this.#end(key, work);
    }
  }

  /** Gives up a piece of work: everyone who waits for it is refused with `cancelled`. */
  cancel(key: Key): void {
    const work = this.#underWay.get(key);
    if (work) this.#end(key, work);
  }

  #begin(key: Key): UnderWay<Result, Progress> {
    const cancel = new AbortController();
    const watchers = new Set<(progress: Progress) => void>();
    const result = this.#work(key, cancel.signal, (progress) => {
      for (const watcher of watchers) watcher(progress);
    });
    // Whoever still waits is told; where nobody does, nobody needs to know.
    result.catch(() => undefined);
    const work = { result, cancel, watchers, wanted: 0 };
    this.#underWay.set(key, work);
    return work;
  }

  /** Nobody waits any more: it is done, or given up. Who asks next begins anew. */
  #end(key: Key, work: UnderWay<Result, Progress>): void {
    work.cancel.abort();
    if (this.#underWay.get(key) === work) this.#underWay.delete(key);
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(cancelled());
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function cancelled(): StudioError {
  return new StudioError('cancelled', 'Cancelled.');
}
