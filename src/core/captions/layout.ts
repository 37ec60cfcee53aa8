import type { Rect, Size } from '../geometry.ts';
import type { CaptionStyle, CaptionWord } from '../scene/scene.ts';
import { mayBreakBetween, textDirection, unbreakableChunks } from '../text/wrap-text.ts';
import type { Anchor } from './transcript.ts';

/** Where each word of a caption lies: lines, their order from left to right, and the size in which they fit. */

/** A word, or what of it stands on one line. */
export interface PlacedPiece {
  /** Index of the word. */
  readonly word: number;
  readonly text: string;
  /** Grapheme clusters are counted from the word's start: those before this piece. */
  readonly before: string;
  /** Left edge, from the left of the room. */
  readonly x: number;
  readonly width: number;
  /** Middle of its line, from the top of the room. */
  readonly centre: number;
  readonly direction: 'ltr' | 'rtl';
}

export interface CaptionLayout {
  readonly fontPixels: number;
  readonly pieces: readonly PlacedPiece[];
  /** Where each line lies in the room, as tall as a line is. */
  readonly lines: readonly Rect[];
}

export type Measure = (text: string, fontPixels: number) => number;

type WordToSet = Pick<CaptionWord, 'text' | 'joined' | 'startsLine'>;
type LineStyle = Pick<CaptionStyle, 'fontPixels' | 'lineHeight'>;

/** One step down, as a factor, and where it ends: below nobody reads anything. */
const SHRINK = 0.95;
const SMALLEST_FONT_PIXELS = 4;
const LETTER = /\p{L}/u;

/** Part of a line that is not broken: a word, or characters of a script that breaks between any two. */
interface Chunk {
  readonly word: number;
  readonly text: string;
  readonly spaced: boolean;
}

interface Piece extends Chunk {
  readonly width: number;
}

/** Sets words in the largest size, up to the style's own, in which all lines fit in `room`. */
export function layoutCaption(
  words: readonly WordToSet[],
  style: LineStyle,
  room: Size,
  anchor: Anchor,
  measure: Measure,
): CaptionLayout {
  for (let fontPixels = style.fontPixels; ; fontPixels *= SHRINK) {
    const widthOf = (text: string) => measure(text, fontPixels);
    const lines = chunkLines(words).flatMap((line) => brokenLine(line, room.width, widthOf));
    const lineHeight = fontPixels * style.lineHeight;
    const set = lines.map((line) => piecesOf(line, widthOf));
    const space = widthOf(' ');
    const fits = set.length * lineHeight <= room.height && set.every((line) => lineWidth(line, space) <= room.width);
    if (fits || fontPixels < SMALLEST_FONT_PIXELS) return placed(set, { fontPixels, lineHeight, space }, room, anchor);
  }
}

/** The order in which the pieces of a line stand from left to right, as indexes. */
export function visualOrder(texts: readonly string[], direction: 'ltr' | 'rtl'): number[] {
  const runs: { direction: 'ltr' | 'rtl'; indexes: number[] }[] = [];
  const own = texts.map((text) => (LETTER.test(text) ? textDirection(text) : null));
  own.forEach((each, index) => {
    const resolved = each ?? neutralDirection(own, index, direction);
    const last = runs.at(-1);
    if (last?.direction === resolved) last.indexes.push(index);
    else runs.push({ direction: resolved, indexes: [index] });
  });
  const ordered = direction === 'rtl' ? runs.toReversed() : runs;
  return ordered.flatMap((run) => (run.direction === 'rtl' ? run.indexes.toReversed() : run.indexes));
}

/** What has no letters goes with its neighbours where both agree, else with the line (Unicode's rule for neutrals). */
function neutralDirection(own: readonly ('ltr' | 'rtl' | null)[], index: number, line: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const before = own.slice(0, index).findLast((each) => each !== null) ?? line;
  const after = own.slice(index + 1).find((each) => each !== null) ?? line;
  return before === after ? before : line;
}

function chunkLines(words: readonly WordToSet[]): Chunk[][] {
  const lines: Chunk[][] = [];
  words.forEach(({ text, joined, startsLine }, word) => {
    if (startsLine || lines.length === 0) lines.push([]);
    const chunks = unbreakableChunks(text).map((chunk, index) => ({
      word,
      text: chunk,
      spaced: index === 0 && !joined,
    }));
    lines.at(-1)?.push(...chunks);
  });
  return lines;
}

function brokenLine(chunks: readonly Chunk[], width: number, widthOf: (text: string) => number): Chunk[][] {
  const lines: Chunk[][] = [];
  let line: Chunk[] = [];
  for (const part of unbroken(chunks)) {
    if (line.length > 0 && widthOf(written([...line, ...part])) > width) {
      lines.push(line);
      line = [];
    }
    line = [...line, ...part];
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Chunks that stay together: halves of a word in two looks, a closing mark and what it closes. */
function unbroken(chunks: readonly Chunk[]): Chunk[][] {
  const parts: Chunk[][] = [];
  for (const chunk of chunks) {
    const before = parts.at(-1)?.at(-1);
    if (before && !chunk.spaced && !mayBreakBetween(before.text, chunk.text)) parts.at(-1)?.push(chunk);
    else parts.push([chunk]);
  }
  return parts;
}

function written(chunks: readonly Chunk[]): string {
  return chunks.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

/** Chunks of one word on one line are painted as one. */
function piecesOf(line: readonly Chunk[], widthOf: (text: string) => number): Piece[] {
  const pieces: Chunk[] = [];
  for (const chunk of line) {
    const last = pieces.at(-1);
    if (last?.word === chunk.word) pieces[pieces.length - 1] = { ...last, text: last.text + chunk.text };
    else pieces.push(chunk);
  }
  return pieces.map((piece) => ({ ...piece, width: widthOf(piece.text) }));
}

function lineWidth(pieces: readonly Piece[], space: number): number {
  return pieces.reduce((sum, { width, spaced }, index) => sum + width + (spaced && index > 0 ? space : 0), 0);
}

interface Sizes {
  readonly fontPixels: number;
  readonly lineHeight: number;
  readonly space: number;
}

function placed(set: readonly Piece[][], sizes: Sizes, room: Size, anchor: Anchor): CaptionLayout {
  const { fontPixels, lineHeight, space } = sizes;
  const [column, row] = [(anchor - 1) % 3, 2 - Math.floor((anchor - 1) / 3)];
  const top = ((room.height - set.length * lineHeight) * row) / 2;
  const lines: Rect[] = [];
  const pieces: PlacedPiece[] = [];
  const direction = textDirection(
    set
      .flat()
      .map(({ text }) => text)
      .join(' '),
  );
  const writtenSoFar = new Map<number, string>();
  set.forEach((line, index) => {
    const width = lineWidth(line, space);
    const y = top + index * lineHeight;
    let x = ((room.width - width) * column) / 2;
    lines.push({ x, y, width, height: lineHeight });
    const order = visualOrder(
      line.map(({ text }) => text),
      direction,
    );
    const befores = line.map(({ word, text }) => {
      const before = writtenSoFar.get(word) ?? '';
      writtenSoFar.set(word, before + text);
      return before;
    });
    order.forEach((at, place) => {
      const piece = line[at];
      if (!piece) return;
      const previous = order[place - 1];
      if (previous !== undefined && gapBetween(line, previous, at)) x += space;
      const own = LETTER.test(piece.text) ? textDirection(piece.text) : direction;
      const { word, text, width: pieceWidth } = piece;
      pieces.push({
        word,
        text,
        before: befores[at] ?? '',
        x,
        width: pieceWidth,
        centre: y + lineHeight / 2,
        direction: own,
      });
      x += pieceWidth;
    });
  });
  return { fontPixels, pieces, lines };
}

/** A space stands between two pieces unless the later of two neighbours is joined to the other. */
function gapBetween(line: readonly Piece[], one: number, other: number): boolean {
  if (Math.abs(one - other) !== 1) return true;
  return line[Math.max(one, other)]?.spaced ?? true;
}
