import type { SpokenWord } from '#core/captions/transcript.ts';

/** A text token and when it was spoken. */
export interface TimedToken {
  readonly id: number;
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly probability: number;
}

/** Stands for bytes that are not yet a whole character. */
const UNFINISHED = '\uFFFD';
/** Belongs to the word behind it. */
const OPENING = /^[\s"'“¿([{¡-]+$/u;
/** Belongs to the word before it. */
const CLOSING = /^[\p{P}\p{S}]+$/u;
/** Languages that put no space between words: every character is one. Whisper's own list. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'my', 'yue']);

/**
 * Puts tokens together to words.
 * @param decode text of tokens; its spaces count.
 * @param language ISO 639-1.
 */
export function wordsOfTokens(
  tokens: readonly TimedToken[],
  decode: (ids: number[]) => string,
  language: string,
): SpokenWord[] {
  const words: Piece[] = [];
  let opening: Piece | null = null;
  for (const piece of pieces(tokens, decode)) {
    const isNew = words.length === 0 || UNSPACED.has(language) || /^\s/.test(piece.text) || opening !== null;
    const last = words.at(-1);
    if (last && CLOSING.test(piece.text)) words[words.length - 1] = joined(last, piece);
    else if (isNew && OPENING.test(piece.text)) opening = opening ? joined(opening, piece) : piece;
    else if (isNew || !last) {
      words.push(opening ? joined(opening, piece) : piece);
      opening = null;
    } else words[words.length - 1] = joined(last, piece);
  }
  if (opening) words.push(opening);
  return words.flatMap(({ text, tokens: own }) => wordOf(text, own));
}

interface Piece {
  readonly text: string;
  readonly tokens: readonly TimedToken[];
}

/** The smallest runs of tokens that are whole characters. */
function* pieces(tokens: readonly TimedToken[], decode: (ids: number[]) => string): Generator<Piece> {
  let run: TimedToken[] = [];
  for (const [index, token] of tokens.entries()) {
    run.push(token);
    const text = decode(run.map(({ id }) => id));
    if (text.includes(UNFINISHED) && index < tokens.length - 1) continue;
    yield { text: text.replaceAll(UNFINISHED, ''), tokens: run };
    run = [];
  }
}

function joined(first: Piece, second: Piece): Piece {
  return { text: first.text + second.text, tokens: [...first.tokens, ...second.tokens] };
}

function wordOf(written: string, tokens: readonly TimedToken[]): SpokenWord[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const text = written.trim();
  if (!first || !last || text === '') return [];
  const confidence = tokens.reduce((sum, { probability }) => sum + probability, 0) / tokens.length;
  return [{ text, start: first.start, end: Math.max(first.start, last.end), confidence }];
}
