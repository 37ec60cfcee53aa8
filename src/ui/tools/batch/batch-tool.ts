import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportOutcome } from '#app/studio/assets.ts';
import type { Batches } from '#app/studio/batches.ts';
import type { Studio } from '#app/studio.ts';
import {
  type BatchBase,
  type BatchCells,
  type BatchDraft,
  type BatchFile,
  type BatchRow,
  DEFAULT_BASE,
  EMPTY_CELLS,
  isEmptyRow,
  MOST_BATCH_ROWS,
} from '#core/batch/batch-row.ts';
import { type RefusedFile, withFiles } from '#core/batch/find-file.ts';
import { toStudioError } from '#core/errors.ts';
import { announce } from '../../state/announcements.ts';
import { createAutosave } from '../../state/autosave.ts';
import { t, translate } from '../../words/words.ts';
import { type BatchSaving, createBatchSaving, type SavingStudio } from './batch-saving.ts';

/** Files on their way into the library. */
export interface BatchImport {
  readonly done: number;
  readonly total: number;
}

export interface BatchToolState {
  /** Null until the table that was left is there. */
  readonly draft: BatchDraft | null;
  /** Files that could not be taken in, since the page was opened. */
  readonly refused: readonly RefusedFile[];
  readonly importing: BatchImport | null;
  /** What there is to say of the last files: why a table was refused, what of it was left out. */
  readonly notes: readonly string[];
  /** The videos are being queued. */
  readonly starting: boolean;
}

/** The tool "Batch": a table, of each row of which becomes a video. */
export interface BatchTool {
  readonly state: StoreApi<BatchToolState>;
  /** Gets what was left. Once is enough. */
  open(): Promise<void>;
  /** Tables give rows, all else goes into the library. */
  add(files: readonly File[]): Promise<void>;
  cancelImport(): void;
  addRow(): void;
  /** One for each photo or clip that no row names yet. */
  addRowsForMedia(): void;
  change(rowId: string, cells: Partial<BatchCells>): void;
  remove(rowId: string): void;
  setBase(change: Partial<BatchBase>): void;
  removeFile(name: string): void;
  /** Writes down what was typed. */
  flush(): Promise<void>;
  /** @throws StudioError as `Batches.start`. */
  start(): Promise<void>;
  /** An empty table, which keeps its look. */
  clear(): void;
  readonly saving: BatchSaving;
}

type ToolStudio = Pick<Studio, 'assets'> & {
  readonly batches: Pick<Batches, 'draft' | 'saveDraft' | 'start'> & SavingStudio;
};

export function createBatchTool(studio: ToolStudio, newId: () => string = () => crypto.randomUUID()): BatchTool {
  const state = createStore<BatchToolState>(() => ({
    draft: null,
    refused: [],
    importing: null,
    notes: [],
    starting: false,
  }));
  const autosave = createAutosave((draft: BatchDraft) => studio.batches.saveDraft(draft));
  const emptyRow = (): BatchRow => ({ ...EMPTY_CELLS, id: newId() });
  let canceller = new AbortController();

  function edit(change: (draft: BatchDraft) => BatchDraft): void {
    const { draft } = state.getState();
    if (!draft) return;
    const changed = change(draft);
    state.setState({ draft: changed });
    autosave.schedule(changed);
  }

  /** Rows in which nothing is written make room. */
  function addRows(added: readonly BatchCells[]): void {
    edit((draft) => {
      const kept = draft.rows.filter((row) => !isEmptyRow(row));
      return { ...draft, rows: [...kept, ...added.map((cells) => ({ ...cells, id: newId() }))] };
    });
  }

  function note(text: string): void {
    state.setState(({ notes }) => ({ notes: [...notes, text] }));
    announce(text);
  }

  async function addTable(file: File): Promise<void> {
    try {
      const { readCsvFile } = await import('#app/batch/read-csv-file.ts');
      const { rows, unknownColumns } = await readCsvFile(file);
      const there = (state.getState().draft?.rows ?? []).filter((row) => !isEmptyRow(row)).length;
      if (there + rows.length > MOST_BATCH_ROWS) {
        return note(
          t`${file.name} has ${rows.length} rows, and ${there} are there: a batch makes at most ${MOST_BATCH_ROWS} videos. Nothing of it was added.`,
        );
      }
      addRows(rows);
      if (unknownColumns.length > 0) {
        note(
          t`${file.name}: nobody knows what to do with the columns ${unknownColumns.join(', ')}; they were left out.`,
        );
      }
      announce(t`${rows.length} rows added`);
    } catch (thrown) {
      note(translate(toStudioError(thrown).message));
    }
  }

  async function addMedia(files: readonly File[]): Promise<void> {
    if (canceller.signal.aborted) canceller = new AbortController();
    const { signal } = canceller;
    const count = (change: (before: BatchImport) => BatchImport | null) =>
      state.setState(({ importing }) => ({ importing: change(importing ?? { done: 0, total: 0 }) }));
    count(({ done, total }) => ({ done, total: total + files.length }));
    const place = (outcome: ImportOutcome, { name }: File) => {
      if (outcome.ok) {
        const { asset } = outcome;
        takeIn({ name: isArchive(name) ? asset.name : name, assetId: asset.id, kind: asset.facts.kind });
      } else if (outcome.error.code !== 'cancelled')
        refuse({ name: outcome.file, reason: translate(outcome.error.message) });
    };
    let last = -1;
    try {
      await studio.assets.importFiles(files, {
        signal,
        onFile: (outcome, index) => {
          const file = files[index];
          if (file) place(outcome, file);
          // An archive has an outcome for each file in it.
          if (index > last) count(({ done, total }) => ({ done: done + index - last, total }));
          last = Math.max(last, index);
        },
      });
    } finally {
      count(({ done, total }) => (done < total && !signal.aborted ? { done, total } : null));
    }
    announce(files.length === 1 ? t`${files[0]?.name ?? ''} added` : t`${files.length} files added`);
  }

  function takeIn(file: BatchFile): void {
    edit((draft) => ({ ...draft, files: withFiles(draft.files, [file]) }));
    state.setState(({ refused }) => ({ refused: refused.filter(({ name }) => name !== file.name) }));
  }

  function refuse(file: RefusedFile): void {
    state.setState(({ refused }) => ({ refused: [...refused.filter(({ name }) => name !== file.name), file] }));
  }

  return {
    state,
    async open() {
      if (state.getState().draft) return;
      const stored = await studio.batches.draft();
      state.setState(({ draft }) => ({
        draft: draft ?? stored ?? { rows: [emptyRow()], base: DEFAULT_BASE, files: [] },
      }));
    },
    async add(files) {
      state.setState({ notes: [] });
      const [tables, media] = [files.filter(isTable), files.filter((file) => !isTable(file))];
      for (const table of tables) await addTable(table);
      if (media.length > 0) await addMedia(media);
    },
    cancelImport: () => canceller.abort(),
    addRow: () =>
      edit((draft) => (draft.rows.length < MOST_BATCH_ROWS ? { ...draft, rows: [...draft.rows, emptyRow()] } : draft)),
    addRowsForMedia() {
      const { draft } = state.getState();
      const rows = mediaWithoutRow(draft).map(({ name }) => ({ ...EMPTY_CELLS, media: name }));
      const there = (draft?.rows ?? []).filter((row) => !isEmptyRow(row)).length;
      addRows(rows.slice(0, MOST_BATCH_ROWS - there));
    },
    change: (rowId, cells) =>
      edit((draft) => ({ ...draft, rows: draft.rows.map((row) => (row.id === rowId ? { ...row, ...cells } : row)) })),
    remove: (rowId) =>
      edit((draft) => {
        const rows = draft.rows.filter(({ id }) => id !== rowId);
        return { ...draft, rows: rows.length > 0 ? rows : [emptyRow()] };
      }),
    setBase: (change) => edit((draft) => ({ ...draft, base: { ...draft.base, ...change } })),
    removeFile(name) {
      edit((draft) => ({ ...draft, files: draft.files.filter((file) => file.name !== name) }));
      state.setState(({ refused }) => ({ refused: refused.filter((file) => file.name !== name) }));
    },
    flush: () => autosave.flush(),
    async start() {
      const { draft, starting } = state.getState();
      if (!draft || starting) return;
      state.setState({ starting: true, notes: [] });
      try {
        await autosave.flush();
        await studio.batches.start(draft);
      } finally {
        state.setState({ starting: false });
      }
    },
    clear() {
      edit((draft) => ({ ...draft, rows: [emptyRow()], files: [] }));
      state.setState({ refused: [], notes: [] });
    },
    saving: createBatchSaving(studio.batches),
  };
}

/** Photos and clips that stand in no row. */
export function mediaWithoutRow(draft: BatchDraft | null): readonly BatchFile[] {
  if (!draft) return [];
  const named = draft.rows.map(({ media }) => media.toLowerCase()).join('|');
  return draft.files.filter(({ name, kind }) => kind !== 'audio' && !named.includes(name.toLowerCase()));
}

function isTable({ name, type }: File): boolean {
  return /\.(?:csv|tsv|txt)$/i.test(name) || type === 'text/csv';
}

/** It is known by its ending alone: its files have names of their own. */
function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}
