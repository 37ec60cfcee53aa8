import type { Cue, CueWord } from './transcript.ts';

/** The words of a caption as text. */

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303f\uff00-\uffef]/u;
const WORD = /[^ \t\r\n\f\v]+/g;

/** The words of each line. */
export function linesOf({ words, lines }: Pick<Cue, 'words' | 'lines'>): CueWord[][] {
  return lines.map((first, index) => words.slice(first, lines[index + 1] ?? words.length));
}

/** Words as they are written one after the other. */
export function writtenWords(words: readonly CueWord[]): string {
  return words.map((word, index) => (index === 0 || word.joined ? word.text : ` ${word.text}`)).join('');
}

/** The caption as it is written, its lines apart by line feeds. */
export function cueText(cue: Pick<Cue, 'words' | 'lines'>): string {
  return linesOf(cue).map(writtenWords).join('\n');
}

/** Two captions as one: the second's lines below the first's. */
export function joinTexts(
  first: Pick<Cue, 'words' | 'lines'>,
  second: Pick<Cue, 'words' | 'lines'>,
): Pick<Cue, 'words' | 'lines'> {
  const lines = second.lines.map((index) => index + first.words.length);
  return { words: [...first.words, ...second.words], lines: [...first.lines, ...lines] };
}

/** True for text that has characters of a script without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** True where no space belongs between two words: both are of a script that has none. */
export function standsJoined(before: string, after: string): boolean {
  return UNSPACED.test([...before].at(-1) ?? '') && UNSPACED.test([...after][0] ?? '');
}

/** Text cut at its spaces; nothing else is cut, so a line of Chinese is one piece. */
export function spacedPieces(line: string): string[] {
  return line.match(WORD) ?? [];
}
