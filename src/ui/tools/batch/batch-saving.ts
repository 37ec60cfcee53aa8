import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BatchArchive, Batches, SavingOptions } from '#app/studio/batches.ts';
import { toStudioError } from '#core/errors.ts';
import { download } from '../../save/download.ts';
import { canChooseFile, chooseFile, chooseFolder } from '../../save/pickers.ts';
import { announce } from '../../state/announcements.ts';
import { t, translate } from '../../words/words.ts';

export type SavingState =
  | { readonly kind: 'idle' }
  /** 0 to 1. */
  | { readonly kind: 'saving'; readonly fraction: number }
  | { readonly kind: 'saved'; readonly words: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Brings the finished videos of a batch to where the person wants them. One at a time; it goes on beside other pages. */
export interface BatchSaving {
  readonly state: StoreApi<SavingState>;
  /** One ZIP: written where the person says, or, in browsers that have no such dialog, made first and downloaded then. */
  saveArchive(): Promise<void>;
  saveToFolder(): Promise<void>;
  cancel(): void;
  /** Forgets what was saved, and frees its room. */
  reset(): Promise<void>;
}

export type SavingStudio = Pick<Batches, 'saveInto' | 'writeArchive' | 'makeArchive'>;

const ARCHIVE_NAME = 'batch.zip';

export function createBatchSaving(batches: SavingStudio): BatchSaving {
  const state = createStore<SavingState>(() => ({ kind: 'idle' }));
  let canceller: AbortController | null = null;
  let made: BatchArchive | null = null;

  /** @param work gives the words for what it has done; null where the person closed the dialog. */
  async function run(work: (options: SavingOptions) => Promise<string | null>): Promise<void> {
    if (canceller) return;
    canceller = new AbortController();
    const show = (next: SavingState) => state.setState(next, true);
    try {
      const words = await work({
        signal: canceller.signal,
        onProgress: (fraction) => show({ kind: 'saving', fraction }),
      });
      show(words === null ? { kind: 'idle' } : { kind: 'saved', words });
      if (words !== null) announce(words);
    } catch (thrown) {
      const error = toStudioError(thrown);
      show(error.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', message: translate(error.message) });
    } finally {
      canceller = null;
    }
  }

  async function discard(): Promise<void> {
    const old = made;
    made = null;
    await old?.discard();
  }

  async function makeAndDownload(options: SavingOptions): Promise<string> {
    await discard();
    made = await batches.makeArchive(options);
    download(made.file);
    return t`${ARCHIVE_NAME} is among your downloads.`;
  }

  async function writeWhereChosen(options: SavingOptions): Promise<string | null> {
    const handle = await chooseFile(ARCHIVE_NAME, 'application/zip');
    if (!handle) return null;
    const count = await batches.writeArchive(await handle.createWritable(), options);
    return t`${videosInWords(count)} saved in ${handle.name}.`;
  }

  return {
    state,
    saveArchive: () => run((options) => (canChooseFile() ? writeWhereChosen(options) : makeAndDownload(options))),
    saveToFolder: () =>
      run(async (options) => {
        const folder = await chooseFolder();
        if (!folder) return null;
        const count = await batches.saveInto(folder, options);
        return t`${videosInWords(count)} saved in the folder ${folder.name}.`;
      }),
    cancel: () => canceller?.abort(),
    async reset() {
      canceller?.abort();
      state.setState({ kind: 'idle' }, true);
      await discard();
    },
  };
}

function videosInWords(count: number): string {
  return count === 1 ? t`1 video` : t`${count} videos`;
}
