import type { AssetId, MediaKind } from '../media/asset.ts';
import type { QualityMode, VideoFormat } from '../render/settings.ts';
import type { StyleName } from '../style/style.ts';

/** What a person may say about one video of a batch, in the order of the table. */
export const BATCH_COLUMNS = ['hook', 'media', 'track', 'name', 'length', 'style', 'format'] as const;
export type BatchColumn = (typeof BATCH_COLUMNS)[number];

/** One row of the table, as it was typed: it may be wrong, and nothing of it is lost then. An empty cell leaves it open. */
export type BatchCells = { readonly [Column in BatchColumn]: string };

export interface BatchRow extends BatchCells {
  /** Unique in the table. */
  readonly id: string;
}

/** Between the names of the files in one cell. */
export const MEDIA_SEPARATOR = '|';

/** More videos than this are several batches: each is checked as one. */
export const MOST_BATCH_ROWS = 200;
/** In one cell; a hook has a smaller limit of its own. */
export const MOST_CELL_CHARACTERS = 2000;
/** Of a file that is read as a table, in bytes. */
export const MOST_CSV_BYTES = 4 * 1024 * 1024;

/** A file that rows may name. */
export interface BatchFile {
  readonly name: string;
  readonly assetId: AssetId;
  readonly kind: MediaKind;
}

/** What all videos of a batch have in common. */
export interface BatchBase {
  /** The project whose look they take; null takes `style` and `format`, and the defaults of a new project. */
  readonly projectId: string | null;
  readonly style: StyleName;
  readonly format: VideoFormat;
  readonly quality: QualityMode;
}

/** A table as it stands before its videos are made. */
export interface BatchDraft {
  readonly rows: readonly BatchRow[];
  readonly base: BatchBase;
  readonly files: readonly BatchFile[];
}

export const EMPTY_CELLS: BatchCells = {
  hook: '',
  media: '',
  track: '',
  name: '',
  length: '',
  style: '',
  format: '',
};

export const DEFAULT_BASE: BatchBase = { projectId: null, style: 'luxury-gold', format: '9:16', quality: 'normal' };

export function isEmptyRow(row: BatchCells): boolean {
  return BATCH_COLUMNS.every((column) => row[column].trim() === '');
}

/** The names in a cell of photos and clips. */
export function mediaNames(cell: string): string[] {
  return cell
    .split(MEDIA_SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
