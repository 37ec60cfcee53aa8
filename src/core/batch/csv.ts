import { StudioError } from '../errors.ts';

/**
 * Tables as text: RFC 4180, and what spreadsheets make of it. Fields lie between commas, semicolons or tabs, whichever the
 * first row has most of; lines end in CR LF, LF or CR.
 */

export interface CsvRow {
  /** Where it begins in the file, from 1: a cell in quotes may span lines. */
  readonly line: number;
  /** Without spaces around them; line ends inside are LF. */
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/** As Excel writes and reads it before the first row. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The rows in which anything is written.
 * @throws StudioError `input-invalid` naming line and column (in characters, both from 1) of what is not right.
 */
export function parseCsv(text: string): CsvRow[] {
  const begin = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const said = SEPARATOR_LINE.exec(text.slice(begin));
  const cursor = new Cursor(text, begin);
  if (said) cursor.skipLine(said[0].length);
  const separator = said?.[1] ?? likelySeparator(text.slice(begin));
  const rows: CsvRow[] = [];
  while (!cursor.atEnd) {
    const { line } = cursor;
    const cells = readRow(cursor, separator);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
  }
  return rows;
}

/** Lines end in CR LF, as RFC 4180 has it; what a spreadsheet would take for a formula is marked as text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(asText(cell))).join(',')}\r\n`).join('');
}

/** Spreadsheets run cells that begin like this; an apostrophe before it makes them text. */
const FORMULA_BEGINNING = /^\s*[=+\-@]|^[\t\r]/;

function asText(cell: string): string {
  return FORMULA_BEGINNING.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function likelySeparator(text: string): string {
  const [firstRow = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => firstRow.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A place in the text, and how a person finds it. */
class Cursor {
  line = 1;
  #lineStart: number;

  constructor(
    readonly text: string,
    public at: number,
  ) {
    this.#lineStart = at;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Goes on to a place, over the line ends before it. */
  goTo(place: number): void {
    const passed = this.text.slice(this.at, place);
    for (const { index, 0: end } of passed.matchAll(/\r\n|\n|\r/g)) {
      this.line++;
      this.#lineStart = this.at + index + end.length;
    }
    this.at = place;
  }

  skipLine(length: number): void {
    this.goTo(this.at + length);
  }

  error(rule: string, message: string): StudioError {
    const column = this.at - this.#lineStart + 1;
    return new StudioError('input-invalid', `Line ${this.line}, column ${column}: ${message}`, {
      rule,
      value: `${this.line}:${column}`,
    });
  }
}

function readRow(cursor: Cursor, separator: string): string[] {
  const cells: string[] = [];
  for (;;) {
    cells.push(readCell(cursor, separator));
    if (cursor.atEnd) return cells;
    if (cursor.next === separator) {
      cursor.at++;
      continue;
    }
    cursor.skipLine(cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1);
    return cells;
  }
}

/** Ends at a separator, a line's end or the end of the text. */
function readCell(cursor: Cursor, separator: string): string {
  if (cursor.next === '"') return readQuoted(cursor, separator);
  const { text, at } = cursor;
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    if (text[end] === '"') {
      cursor.at = end;
      throw cursor.error(
        'quotes around whole cells',
        'a quote stands inside a cell. Put the whole cell in quotes, and write each quote in it twice: "5"" wide".',
      );
    }
    end++;
  }
  cursor.at = end;
  return text.slice(at, end).trim();
}

function readQuoted(cursor: Cursor, separator: string): string {
  const { text, at } = cursor;
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) {
      throw cursor.error(
        'quotes are closed',
        'the quote that opens here is never closed. Add one at the end of the cell.',
      );
    }
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  cursor.goTo(end + 1);
  if (!cursor.atEnd && ![separator, '\n', '\r'].includes(cursor.next)) {
    throw cursor.error(
      'nothing between quotes and separator',
      `“${cursor.next}” stands after a closing quote. A quote inside a cell is written twice: "".`,
    );
  }
  return text
    .slice(at + 1, end)
    .replaceAll('""', '"')
    .replace(/\r\n?/g, '\n')
    .trim();
}
