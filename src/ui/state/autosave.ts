import { createStore, type StoreApi } from 'zustand/vanilla';
import { type StudioError, toStudioError } from '#core/errors.ts';

/** Writes a document down a moment after each edit, one write at a time, the newest state last. */
export interface Autosave<Document> {
  readonly status: StoreApi<SaveState>;
  schedule(document: Document): void;
  /** Writes what is waiting now. Resolves when it is stored or has failed; `status` says which. */
  flush(): Promise<void>;
}

export interface SaveState {
  readonly kind: 'saved' | 'waiting' | 'failed';
  readonly error: StudioError | null;
}

const SAVED: SaveState = { kind: 'saved', error: null };
const WAITING: SaveState = { kind: 'waiting', error: null };

/** After an edit, in milliseconds: short enough to lose nothing, long enough to spare a write per key. */
const PAUSE_MS = 300;

/** After a write that failed, in milliseconds: room may have been made, or a connection come back. */
const RETRY_MS = 5_000;

export function createAutosave<Document>(save: (document: Document) => Promise<void>): Autosave<Document> {
  const status = createStore<SaveState>(() => SAVED);
  let waiting: Document | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const document = waiting;
    if (document === null) return;
    waiting = null;
    try {
      await save(document);
      if (waiting === null) status.setState(SAVED);
    } catch (error) {
      // Still unsaved: it goes along with the next edit or the next flush.
      waiting ??= document;
      const reason = toStudioError(error);
      status.setState({ kind: 'failed', error: reason });
      // Another tab's newer studio does not go away by waiting.
      if (reason.code !== 'state-conflict') wait(RETRY_MS);
    }
  }

  function wait(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(flush, milliseconds);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    writing = writing.then(write);
    return writing;
  }

  return {
    status,
    schedule(document) {
      waiting = document;
      status.setState(WAITING);
      wait(PAUSE_MS);
    },
    flush,
  };
}
