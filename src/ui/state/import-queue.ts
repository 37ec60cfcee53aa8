import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssetLibrary, ImportQueueProgress } from '#app/studio.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { announce } from './announcements.ts';
import type { ProjectHistory } from './project-history.ts';
import { type Purpose, takeIn } from './take-in.ts';

/** Files on their way into the project: what is being read, and what could not be used and why. */
export interface ImportQueue {
  readonly state: StoreApi<ImportState>;
  /** Imports files and gives them their place, as one undo step. Files dropped meanwhile wait for their turn. */
  add(files: readonly File[], purpose: Purpose): Promise<void>;
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

  async function run(files: readonly File[], purpose: Purpose, signal: AbortSignal): Promise<void> {
    const projectId = history.current.getState().project.id;
    try {
      signal.throwIfAborted();
      const outcomes = await assets.importFiles(files, {
        signal,
        onProgress: (progress) => state.setState({ progress }),
      });
      const imported = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.asset] : []));
      fail(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome])));
      // Another project was opened meanwhile: the files are in the library, but this project did not ask for them.
      if (history.current.getState().project.id !== projectId) return;
      const { project, refused } = takeIn(
        history.current.getState().project,
        imported,
        purpose,
        () => crypto.randomUUID(),
        DEFAULT_LIMITS,
      );
      if (imported.length > refused.length) history.edit(() => project);
      fail(refused.map((error) => ({ file: error.details.file ?? '', error })));
      announce(summary(imported.length - refused.length, files.length));
    } catch (error) {
      fail([{ file: files.length === 1 ? (files[0]?.name ?? '') : 'Import', error: toStudioError(error) }]);
    } finally {
      state.setState((before) => ({ files: before.files.slice(files.length), progress: null }));
    }
  }

  return {
    state,
    add(files, purpose) {
      if (files.length === 0) return Promise.resolve();
      if (canceller.signal.aborted) canceller = new AbortController();
      state.setState((before) => ({ files: [...before.files, ...files.map((file) => file.name)] }));
      announce(files.length === 1 ? `Importing ${files[0]?.name}` : `Importing ${files.length} files`);
      const { signal } = canceller;
      turn = turn.then(() => run(files, purpose, signal));
      return turn;
    },
    cancel() {
      canceller.abort();
      announce('Import cancelled');
    },
    dismiss(failureId) {
      state.setState((before) => ({ failures: before.failures.filter((failure) => failure.id !== failureId) }));
    },
  };
}

function summary(used: number, asked: number): string {
  const files = used === 1 ? '1 file added' : `${used} files added`;
  return used === asked ? files : `${files}, ${asked - used} not used`;
}
