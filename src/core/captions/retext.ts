import { StudioError } from '../errors.ts';
import { isUnspaced, spacedPieces, standsJoined } from './cue-text.ts';
import type { Cue, CueWord } from './transcript.ts';
import { timedWords, type UntimedWord } from './word-times.ts';

/** A word as it was typed. */
interface Token {
  readonly text: string;
  readonly joined: boolean;
  readonly startsLine: boolean;
}

/**
 * A cue with other words: those that stay keep their times, those that take another's place take its time, and where
 * their number changes they share the time of what they replace.
 * @param text line feeds part its lines.
 * @throws StudioError `input-invalid` where it has no word.
 */
export function retext(cue: Cue, text: string): Cue {
  const tokens: Token[] = [];
  for (const line of text.split('\n')) {
    for (const [place, piece] of spacedPieces(line).entries()) {
      for (const [index, each] of tokensOf(piece, cue.words).entries()) {
        const before = tokens.at(-1);
        const startsLine = place === 0 && index === 0;
        const joined = index > 0 || (startsLine && before !== undefined && standsJoined(before.text, each));
        tokens.push({ text: each, joined, startsLine });
      }
    }
  }
  if (tokens.length === 0) {
    throw new StudioError('input-invalid', 'A caption needs at least one word. Type one, or delete the caption.', {
      rule: 'words of a caption',
      value: cue.id,
    });
  }
  const lines = tokens.flatMap(({ startsLine }, index) => (startsLine ? [index] : []));
  const kept = keptWords(
    cue.words,
    tokens.map((token) => token.text),
  );
  const words = tokens.map((token, index) => wordFor(token, cue.words[kept[index] ?? -1]));
  return { ...cue, lines, words: timedWords(withReplaced(words, kept, cue), cue.start, cue.end) };
}

/** A piece of Chinese has no spaces, but words: the cue's own ones, where they stand in it, else the dictionary's. */
function tokensOf(text: string, words: readonly CueWord[]): string[] {
  const own = ownWords(text, words);
  if (own) return own;
  if (!isUnspaced(text)) return [text];
  const tokens: string[] = [];
  for (let rest = text; rest !== ''; rest = rest.slice(tokens.at(-1)?.length)) {
    const known = words.find((word) => rest.startsWith(word.text))?.text;
    tokens.push(known ?? firstSegment(rest));
  }
  return tokens;
}

function firstSegment(text: string): string {
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) return segment;
  return text;
}

/** `text` as a run of joined words of the cue, or null where it is none. */
function ownWords(text: string, words: readonly CueWord[]): string[] | null {
  for (let from = 0; from < words.length; from++) {
    let written = '';
    for (let to = from; to < words.length && written.length < text.length; to++) {
      const word = words[to];
      if (!word || (to > from && !word.joined)) break;
      written += word.text;
      if (written === text) return words.slice(from, to + 1).map((each) => each.text);
    }
  }
  return null;
}

/** A word that stays is the old one, wherever it stands now. */
function wordFor({ text, joined }: Token, old: CueWord | undefined): UntimedWord {
  const { joined: _, ...rest } = old ?? { text, confidence: 1 };
  return { ...rest, ...(joined && { joined }) };
}

/** For each new word the index of the old one that it is, or -1: the longest common run of both, in order. */
function keptWords(old: readonly CueWord[], texts: readonly string[]): number[] {
  const width = texts.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = texts.length - 1; column >= 0; column--) {
      const same = old[row]?.text === texts[column];
      longest[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const kept = new Array<number>(texts.length).fill(-1);
  for (let row = 0, column = 0; row < old.length && column < texts.length; ) {
    if (old[row]?.text === texts[column]) kept[column++] = row++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}

/** Runs of new words between kept ones take the time of the old words between those, or part of a neighbour's. */
function withReplaced(words: readonly UntimedWord[], kept: readonly number[], cue: Cue): UntimedWord[] {
  const result = [...words];
  for (let first = 0; first < words.length; first++) {
    if (kept[first] !== -1) continue;
    let next = first;
    while (kept[next] === -1) next++;
    const [before, after] = [kept[first - 1] ?? -1, kept[next] ?? cue.words.length];
    replaceRun(result, { first, next }, { first: before + 1, next: after }, cue.words);
    first = next - 1;
  }
  return result;
}

interface Span {
  readonly first: number;
  /** The one after the last. */
  readonly next: number;
}

function replaceRun(words: UntimedWord[], run: Span, gone: Span, old: readonly CueWord[]): void {
  const sameNumber = run.next - run.first === gone.next - gone.first;
  for (let index = run.first; index < run.next; index++) {
    const [word, replaced] = [words[index], old[gone.first + index - run.first]];
    if (!word) continue;
    if (sameNumber && replaced) words[index] = { ...word, start: replaced.start, end: replaced.end, ...look(replaced) };
    else if (gone.next > gone.first) words[index] = { ...word, ...look(old[gone.first]) };
  }
  if (sameNumber) return;
  const [first, last] = [words[run.first], words[run.next - 1]];
  if (gone.next > gone.first) {
    if (first) words[run.first] = { ...first, start: old[gone.first]?.start };
    const end = words[run.next - 1];
    if (end) words[run.next - 1] = { ...end, end: old[gone.next - 1]?.end };
    return;
  }
  // Nothing was there: the word before gives up its end, or the word after its start.
  const [before, after] = [words[run.first - 1], words[run.next]];
  if (before) {
    words[run.first - 1] = { ...before, end: undefined };
    if (last) words[run.next - 1] = { ...last, end: after?.start ?? before.end };
  } else if (after) {
    words[run.next] = { ...after, start: undefined };
    if (first) words[run.first] = { ...first, start: after.start };
  }
}

/** A corrected word looks as the one it corrects did. */
function look(old: CueWord | undefined): Pick<CueWord, 'emphasis'> {
  return old?.emphasis ? { emphasis: old.emphasis } : {};
}
