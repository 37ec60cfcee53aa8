/** Rows of a long list, of which only those in sight are drawn. */
export interface RowRange {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
}

/** Drawn beyond each edge, so that a quick scroll meets rows that are there already. */
const EXTRA_ROWS = 4;

/**
 * @param above how far the list's top lies above that of the window that it scrolls in, in pixels; negative below it.
 * @param rowHeight of each row alike, above 0.
 */
export function visibleRows(above: number, windowHeight: number, rowHeight: number, count: number): RowRange {
  const first = Math.floor(above / rowHeight) - EXTRA_ROWS;
  const end = Math.ceil((above + windowHeight) / rowHeight) + EXTRA_ROWS;
  const clamp = (row: number) => Math.min(count, Math.max(0, row));
  return { first: clamp(first), end: clamp(end) };
}

/** How many columns of at least `least` pixels stand side by side, with `gap` pixels in between; 1 at least. */
export function columnsIn(width: number, least: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (least + gap)));
}
