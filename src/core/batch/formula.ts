/** A call, such as `SUM(`; another sheet's or program's cell, such as `cmd|'/C calc'!A0`. */
const CALL = /[a-z_.][\w.]*\s*\(|\|\s*['"]|!\s*\$?[a-z]{1,3}\$?\d/i;

/** Sums of numbers and cells, such as `+1+1` or `-A1*2`; a single number is none. */
const SUM = /^[+\-@]\s*(?:\$?[a-z]{1,3}\$?\d+|\d[\d.,]*%?(?=\s*[-+*/^]))(?:\s*[-+*/^:]\s*\$?[a-z]{0,3}\$?[\d.,]+%?)*$/i;

/**
 * Whether a spreadsheet would take a text for a formula, and whoever wrote it is likely to have meant one: `-50 % today`
 * and `@name` are words.
 */
export function looksLikeFormula(text: string): boolean {
  const cell = text.trim();
  if (cell.startsWith('=')) return true;
  return /^[+\-@]/.test(cell) && (CALL.test(cell) || SUM.test(cell));
}

/** An apostrophe before `=`, `+`, `-` or `@` says that text is meant, as in spreadsheets. */
export function isMarkedAsText(text: string): boolean {
  return /^'\s*[=+\-@]/.test(text.trim());
}

/** The text without that mark. */
export function withoutTextMark(text: string): string {
  return isMarkedAsText(text) ? text.trim().slice(1) : text.trim();
}
