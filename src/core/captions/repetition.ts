import type { SpokenWord } from './transcript.ts';

/** Words that a recogniser wrote more often than they were said. */

/** Longest phrase that is looked for, in words: Whisper's loops are short sentences. */
const LONGEST_PHRASE = 12;
/** From so many copies in a row on, a phrase is a loop. One word may be said more often than a sentence is. */
const LOOP_COPIES = { word: 7, phrase: 4 } as const;
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;

/**
 * Leaves one copy of what two windows both heard at the border where they overlap: the second copy begins when half of
 * the first is not yet over, which a person who says something twice cannot do.
 */
export function withoutBorderCopies(words: readonly SpokenWord[]): SpokenWord[] {
  const kept: SpokenWord[] = [];
  for (let index = 0; index < words.length; ) {
    const length = copiedLength(kept, words, index);
    if (length === 0) kept.push(...words.slice(index, index + 1));
    index += Math.max(1, length);
  }
  return kept;
}

/** Leaves the first copy of a phrase that the recogniser went on writing: it was said, the others are a loop. */
export function withoutLoops(words: readonly SpokenWord[]): SpokenWord[] {
  const kept: SpokenWord[] = [];
  const spoken = words.map(({ text }) => bareText(text));
  for (let index = 0; index < words.length; ) {
    const phrase = loopAt(spoken, index);
    if (phrase === null) {
      kept.push(...words.slice(index, index + 1));
      index++;
    } else {
      kept.push(...words.slice(index, index + phrase.length));
      index += phrase.length * phrase.copies;
    }
  }
  return kept;
}

/** Number of words at `index` that the end of `kept` already has, at the same time. */
function copiedLength(kept: readonly SpokenWord[], words: readonly SpokenWord[], index: number): number {
  for (let length = Math.min(LONGEST_PHRASE, kept.length, words.length - index); length > 0; length--) {
    const first = kept.slice(-length);
    const second = words.slice(index, index + length);
    const [begin, end] = [first[0]?.start ?? 0, first.at(-1)?.end ?? 0];
    // Times of two words that were said may overlap a little; a copy begins where the first does, or nearly so.
    const overlaps = (second[0]?.start ?? 0) <= (begin + end) / 2;
    if (overlaps && first.every((word, at) => sameText(word.text, second[at]?.text ?? ''))) return length;
  }
  return 0;
}

function loopAt(spoken: readonly string[], index: number): { length: number; copies: number } | null {
  for (let length = 1; length <= LONGEST_PHRASE; length++) {
    const copies = copiesAt(spoken, index, length);
    if (copies >= (length === 1 ? LOOP_COPIES.word : LOOP_COPIES.phrase)) return { length, copies };
  }
  return null;
}

/** How often in a row the `length` words at `index` stand there. */
function copiesAt(spoken: readonly string[], index: number, length: number): number {
  let end = index + length;
  while (end < spoken.length && spoken[end] === spoken[end - length]) end++;
  return Math.floor((end - index) / length);
}

function sameText(a: string, b: string): boolean {
  return bareText(a) === bareText(b);
}

/** Letters and digits alone, in lower case; a word of punctuation alone stays as it is. */
function bareText(text: string): string {
  return text.replace(PUNCTUATION, '').toLowerCase() || text;
}
