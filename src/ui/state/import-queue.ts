import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssetLibrary, ImportOptions, ImportQueueProgress } from '#app/studio/assets.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { t } from '../words/words.ts';
import { announce } from './announcements.ts';
import type { ProjectHistory } from './project-history.ts';
import { type Purpose, type Replacement, takeIn } from './take-in.ts';

/** Files on their way into the project: what is being read, and what could not be used and why. */
export interface ImportQueue {
  readonly state: StoreApi<ImportState>;
  /** Imports files and gives each its place as it comes, all as one undo step. Files added meanwhile wait for their turn. */
  add(files: readonly File[], purpose: Purpose | Replacement): Promise<void>;
  /** The same with what lies at `https:` addresses. */
  addAddresses(addresses: readonly string[], purpose: Purpose | Replacement): Promise<void>;
  cancel(): void;
  dismiss(failureId: string): void;
}

export interface ImportState {
  /** Names of the files in hand; empty when idle. */
  readonly files: readonly string[];
  readonly progress: ImportQueueProgress | null;
  readonly failures: readonly ImportFailure[];
}

export interface ImportFailure {
  readonly id: string;
  readonly file: string;
  readonly error: StudioError;
}

/** What is imported in one go, from wherever it comes. */
interface Batch {
  readonly names: readonly string[];
  readonly start: (options: ImportOptions) => Promise<unknown>;
}

const PLACING = { newId: () => crypto.randomUUID(), limits: DEFAULT_LIMITS };

export function createImportQueue(assets: AssetLibrary, history: ProjectHistory): ImportQueue {
  const state = createStore<ImportState>(() => ({ files: [], progress: null, failures: [] }));
  let canceller = new AbortController();
  let turn: Promise<void> = Promise.resolve();

  function fail(entries: readonly { readonly file: string; readonly error: StudioError }[]): void {
    const failures = entries
      .filter((entry) => entry.error.code !== 'cancelled')
      .map((entry) => ({ id: crypto.randomUUID(), ...entry }));
    state.setState((before) => ({ failures: [...before.failures, ...failures] }));
  }

  /** Gives the assets of one batch their places, as one undo step, and counts those that have one. */
  function placing(purpose: Purpose | Replacement): { place(asset: MediaAsset): void; count(): number } {
    const projectId = history.current.getState().project.id;
    const burst = `import ${crypto.randomUUID()}`;
    const used: MediaAsset[] = [];
    return {
      place(asset) {
        const before = history.current.getState().project;
        // Another project was opened meanwhile: the file is in the library, but this project did not ask for it.
        if (before.id !== projectId) return;
        const { project, refused } = takeIn(before, asset, purpose, used, PLACING);
        fail(refused.map((error) => ({ file: asset.name, error })));
        if (refused.length > 0) return;
        used.push(asset);
        history.edit(() => project, burst, Number.POSITIVE_INFINITY);
      },
      count: () => used.length,
    };
  }

  async function run(batch: Batch, purpose: Purpose | Replacement, signal: AbortSignal): Promise<void> {
    const { place, count } = placing(purpose);
    const { names } = batch;
    let outcomes = 0;
    let left = names.length;
    const takeOff = (number: number) => {
      left -= number;
      state.setState((before) => ({ files: before.files.slice(number) }));
    };
    try {
      signal.throwIfAborted();
      await batch.start({
        signal,
        onProgress: (progress) => state.setState({ progress }),
        onFile: (outcome) => {
          outcomes++;
          if (outcome.ok) place(outcome.asset);
          else fail([outcome]);
          // An archive has many outcomes. The last name stays until all of them are known.
          if (left > 1) takeOff(1);
        },
      });
      announce(summary(count(), outcomes));
    } catch (error) {
      fail([{ file: names.length === 1 ? (names[0] ?? '') : t`Import`, error: toStudioError(error) }]);
    } finally {
      takeOff(left);
      state.setState({ progress: null });
    }
  }

  function enqueue(batch: Batch, purpose: Purpose | Replacement): Promise<void> {
    const { names } = batch;
    if (names.length === 0) return Promise.resolve();
    if (canceller.signal.aborted) canceller = new AbortController();
    state.setState((before) => ({ files: [...before.files, ...names] }));
    announce(names.length === 1 ? t`Importing ${names[0] ?? ''}` : t`Importing ${names.length} files`);
    const { signal } = canceller;
    turn = turn.then(() => run(batch, purpose, signal));
    return turn;
  }

  return {
    state,
    add: (files, purpose) =>
      enqueue(
        { names: files.map((file) => file.name), start: (options) => assets.importFiles(files, options) },
        purpose,
      ),
    addAddresses: (addresses, purpose) =>
      enqueue({ names: addresses, start: (options) => assets.importAddresses(addresses, options) }, purpose),
    cancel() {
      canceller.abort();
      announce(t`Import cancelled`);
    },
    dismiss(failureId) {
      state.setState((before) => ({ failures: before.failures.filter((failure) => failure.id !== failureId) }));
    },
  };
}

function summary(used: number, asked: number): string {
  const files = used === 1 ? t`1 file added` : t`${used} files added`;
  return used === asked ? files : t`${files}, ${asked - used} not used`;
}
