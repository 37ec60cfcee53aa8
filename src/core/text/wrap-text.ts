/** Breaking text into lines: between words, between characters of scripts without spaces, and where the writer did. */

const LINE_BREAKS = /\r\n|[\n\r\u2028\u2029\u0085]/;
const SPACE = /^\s+$/u;

/** Scripts that break between any two characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Punctuation that never begins, or never ends, a line. */
const CLOSING = /^[\p{Pe}\p{Pf}!%,.:;?\u2026\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\u30fc\u3005]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/**
 * Breaks text into lines no wider than `width`, where it can be broken at all.
 * @param measure width of a piece of text, in the unit of `width`.
 */
export function wrapText(text: string, width: number, measure: (line: string) => number): string[] {
  return text.split(LINE_BREAKS).flatMap((paragraph) => wrapParagraph(paragraph, width, measure));
}

/** Direction of the first letter that has one. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  for (const character of text) if (LETTER.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  return 'ltr';
}

function wrapParagraph(paragraph: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const chunk of unbreakableChunks(paragraph)) {
    if (measure((line + chunk).trimEnd()) <= width) {
      line += chunk;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    const [rest = '', ...full] = splitWide(chunk, width, measure).reverse();
    lines.push(...full.reverse());
    line = rest;
  }
  return [...lines, line.trim()];
}

/** Pieces of a paragraph, each with the space after it, between which a line may end. */
export function unbreakableChunks(paragraph: string): string[] {
  const chunks: string[] = [];
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'word' }).segment(paragraph)) {
    for (const part of UNSPACED.test(segment) ? graphemesOf(segment) : [segment]) {
      const last = chunks.at(-1);
      if (last === undefined || mayBreakBetween(last, part)) chunks.push(part);
      else chunks[chunks.length - 1] = last + part;
    }
  }
  return chunks;
}

/** True where a line may end between two pieces of text. */
export function mayBreakBetween(before: string, after: string): boolean {
  if (SPACE.test(after)) return false;
  if (/\s$/u.test(before)) return true;
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  return UNSPACED.test(after) || UNSPACED.test(before);
}

/** A word that is wider than a line is broken between characters. */
function splitWide(chunk: string, width: number, measure: (line: string) => number): string[] {
  if (measure(chunk.trimEnd()) <= width) return [chunk];
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemesOf(chunk)) {
    if (piece !== '' && measure((piece + grapheme).trimEnd()) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return [...pieces, piece];
}

/** Made once: making one takes as long as parting twenty words. */
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a person sees as characters. */
export function graphemesOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}
