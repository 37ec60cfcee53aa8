import type { SpokenWord } from '#core/captions/transcript.ts';

/** Two hearings of one word are at most so far apart, in seconds. */
const SAME_WORD_SECONDS = 0.4;

/** Words of overlapping windows as one text: at its edges a window cuts words in two, so each is heard by the other. */
export class WindowJoiner {
  readonly #settled: SpokenWord[] = [];
  /** Of the latest window: the next one may still change them. */
  #open: readonly SpokenWord[] = [];
  #end = 0;

  /**
   * @param words with times of the whole sound.
   * @param start of the window, in seconds; windows come in order of time.
   */
  add(words: readonly SpokenWord[], start: number, end: number): void {
    const seam = findSeam(this.#open, words, (start + Math.max(start, this.#end)) / 2);
    this.#settled.push(...this.#open.slice(0, seam.kept));
    this.#open = words.slice(seam.skipped);
    this.#end = end;
  }

  /** All words so far; those of the latest window may change. */
  words(): SpokenWord[] {
    return [...this.#settled, ...this.#open];
  }
}

interface Seam {
  /** How many words of the earlier window stay. */
  readonly kept: number;
  /** How many of the later one are left out. */
  readonly skipped: number;
}

/** Where both heard the same word, nearest to the middle of what both heard; where there is none, at the middle. */
function findSeam(earlier: readonly SpokenWord[], later: readonly SpokenWord[], middle: number): Seam {
  let best: (Seam & { readonly distance: number }) | null = null;
  for (const [i, left] of earlier.entries()) {
    for (const [j, right] of later.entries()) {
      if (!isSameWord(left, right)) continue;
      const distance = Math.abs((left.start + right.start) / 2 - middle);
      if (!best || distance < best.distance) best = { kept: i + 1, skipped: j + 1, distance };
    }
  }
  if (best) return best;
  const isBefore = ({ start, end }: SpokenWord) => (start + end) / 2 < middle;
  return { kept: earlier.filter(isBefore).length, skipped: later.filter(isBefore).length };
}

function isSameWord(left: SpokenWord, right: SpokenWord): boolean {
  return Math.abs(left.start - right.start) < SAME_WORD_SECONDS && plain(left.text) === plain(right.text);
}

/** Without what depends on the neighbours: capitals and punctuation. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');
}
