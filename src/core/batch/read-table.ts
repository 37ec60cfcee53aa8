import { StudioError } from '../errors.ts';
import {
  BATCH_COLUMNS,
  type BatchCells,
  type BatchColumn,
  EMPTY_CELLS,
  MOST_BATCH_ROWS,
  MOST_CELL_CHARACTERS,
} from './batch-row.ts';
import { type CsvRow, parseCsv, writeCsv } from './csv.ts';

export interface BatchTable {
  readonly rows: readonly BatchCells[];
  /** Names of columns that say nothing about a video: they are left out. */
  readonly unknownColumns: readonly string[];
}

/** What people call the columns. The first is how the template has it. */
const COLUMN_NAMES: Record<BatchColumn, readonly [string, ...string[]]> = {
  hook: ['hook', 'text', 'hooks'],
  media: [
    'photos',
    'media',
    'photo',
    'images',
    'image',
    'pictures',
    'picture',
    'clips',
    'clip',
    'videos',
    'video',
    'files',
  ],
  track: ['track', 'music', 'audio', 'song', 'sound', 'tracks'],
  name: ['name', 'title', 'file name', 'filename'],
  length: ['length', 'seconds', 'duration', 'length in seconds'],
  style: ['style'],
  format: ['format', 'shape', 'aspect ratio'],
};

/**
 * The rows of a CSV whose first row names its columns. It is taken whole or refused whole.
 * @throws StudioError `input-invalid` naming line and column, or the limit.
 */
export function readTable(text: string): BatchTable {
  const [header, ...rows] = parseCsv(text);
  if (!header) throw refuse('rows', 'There is nothing in the table.', 0);
  const columns = readHeader(header);
  if (rows.length === 0) throw refuse('rows', 'The table has names of columns, but no rows under them.', 0);
  if (rows.length > MOST_BATCH_ROWS) {
    throw refuse(
      `at most ${MOST_BATCH_ROWS} rows`,
      `The table has ${rows.length} rows; a batch makes at most ${MOST_BATCH_ROWS} videos. Make several tables of it.`,
      rows.length,
    );
  }
  return {
    rows: rows.map((row) => readCells(row, columns)),
    unknownColumns: header.cells.filter((name, index) => name !== '' && columns[index] === null),
  };
}

/** A table to begin with: the names of the columns, and rows that show what may stand there. */
export function templateCsv(): string {
  return writeCsv([
    BATCH_COLUMNS.map((column) => COLUMN_NAMES[column][0]),
    ['New in: the gold edit', 'ring.jpg|pearls.jpg', 'song.mp3', 'gold-edit', '', '', ''],
    ['Only this week', 'perfume.jpg', 'song.mp3', 'this-week', '8', 'bold-sale', '1:1'],
  ]);
}

/** For each place of a row, what stands there; null for what is not known. */
function readHeader({ line, cells }: CsvRow): (BatchColumn | null)[] {
  const columns = cells.map((name) => BATCH_COLUMNS.find((column) => isNameOf(column, name)) ?? null);
  const twice = columns.findIndex((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice >= 0) {
    const message = `Line ${line}: “${cells[twice]}” names a column that is there already. Leave one of them out.`;
    throw refuse('each column once', message, cells[twice] ?? '');
  }
  if (!columns.includes('hook') && !columns.includes('media')) {
    const names = BATCH_COLUMNS.map((column) => COLUMN_NAMES[column][0]).join(', ');
    throw refuse(
      'first row names the columns',
      `Line ${line} has to name the columns, with hook or photos among them (${names}). It begins with “${(cells[0] ?? '').slice(0, 40)}”.`,
      cells[0] ?? '',
    );
  }
  return columns;
}

function isNameOf(column: BatchColumn, name: string): boolean {
  return COLUMN_NAMES[column].includes(name.toLowerCase().replace(/[\s_-]+/g, ' '));
}

function readCells({ line, cells }: CsvRow, columns: readonly (BatchColumn | null)[]): BatchCells {
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    throw refuse(
      'as many cells as columns',
      `Line ${line} has ${cells.length} cells, but there are ${columns.length} columns. A cell that holds the separator has to stand in quotes.`,
      cells.length,
    );
  }
  const read: Record<BatchColumn, string> = { ...EMPTY_CELLS };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === null) continue;
    if (cell.length > MOST_CELL_CHARACTERS) {
      throw refuse(
        `at most ${MOST_CELL_CHARACTERS} characters in a cell`,
        `Line ${line}: the cell of “${COLUMN_NAMES[column][0]}” has ${cell.length} characters; at most ${MOST_CELL_CHARACTERS} are read. Shorten it.`,
        cell.length,
      );
    }
    read[column] = cell;
  }
  return read;
}

function refuse(rule: string, message: string, value: string | number): StudioError {
  return new StudioError('input-invalid', message, { rule, value });
}
