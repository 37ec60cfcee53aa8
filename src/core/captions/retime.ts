import { MICROSECONDS_PER_SECOND } from '../units.ts';
import type { SpokenWord } from './transcript.ts';

/** Inside, times are whole microseconds, so that sums and comparisons are exact. */
interface TimedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Shortest time that a word is given, in microseconds: a fraction of the shortest syllable of fast speech. */
const SHORTEST_WORD = 20_000;
/** Longest that a word is believed to last, in microseconds: recognisers stretch the word before a pause over it. */
const LONGEST_WORD = 2_000_000;

/**
 * The same words with times in order: each starts where the one before has ended or later, lasts a little, and lies
 * within the sound. Good times are kept (to the microsecond). Where times go backward, as few words as possible lose
 * theirs and share the time between their neighbours, in proportion to their letters.
 * @param duration of the sound in seconds, above 0.
 * @throws RangeError where the sound has no length but there are words.
 */
export function retimeWords<Word extends SpokenWord>(words: readonly Word[], duration: number): Word[] {
  if (words.length === 0) return [];
  if (!(duration > 0)) throw new RangeError(`Words need a sound that lasts (got ${duration} seconds).`);
  const length = Math.floor(duration * MICROSECONDS_PER_SECOND);
  const heard = words.map(({ text, start, end }) => ({
    text,
    start: Math.round(start * MICROSECONDS_PER_SECOND),
    end: Math.round((end > start ? end : start) * MICROSECONDS_PER_SECOND),
  }));
  const starts = startsInOrder(heard, length, Math.min(SHORTEST_WORD, Math.floor(length / words.length)));
  return words.map((word, index) => {
    const start = starts[index] ?? 0;
    const longest = Math.min(starts[index + 1] ?? length, start + LONGEST_WORD);
    const own = heard[index];
    const end = own && own.start === start && own.end > start ? Math.min(own.end, longest) : longest;
    return { ...word, start: start / MICROSECONDS_PER_SECOND, end: end / MICROSECONDS_PER_SECOND };
  });
}

/** Times of words of which nothing but the text is known: shared in proportion to their letters. */
export function spreadEvenly(texts: readonly string[], start: number, end: number): { start: number; end: number }[] {
  const weights = texts.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const borders = [start];
  let before = 0;
  for (const weight of weights) {
    before += weight;
    borders.push(before === total ? end : start + ((end - start) * before) / total);
  }
  return texts.map((_, index) => ({ start: borders[index] ?? start, end: borders[index + 1] ?? end }));
}

/** Letters, and one more for the breath between words. */
function weightOf(text: string): number {
  return [...text].length + 1;
}

/** One start for each word, at least `shortest` apart and as far from the end. */
function startsInOrder(words: readonly TimedText[], length: number, shortest: number): number[] {
  const trusted = trustedWords(words, length, shortest);
  const starts: number[] = [];
  let previous = -1;
  for (const next of [...trusted, words.length]) {
    const gap = words.slice(previous + 1, next);
    if (gap.length > 0) {
      const after = words[next]?.start ?? length;
      starts.push(...startsBetween(words[previous], gap, after, shortest));
    }
    const word = words[next];
    if (word) starts.push(word.start);
    previous = next;
  }
  return starts;
}

/** Words without times of their own lie behind the word before them, where that leaves room, else share with it. */
function startsBetween(
  before: TimedText | undefined,
  words: readonly TimedText[],
  after: number,
  shortest: number,
): number[] {
  const room = words.length * shortest;
  const begin = before ? before.start + shortest : 0;
  const end = before ? Math.min(Math.max(before.end, begin), before.start + LONGEST_WORD) : 0;
  // Whole steps are shared out, so that rounding never leaves a word with less than its share.
  const from = Math.max(begin, Math.min(end, after - 2 * room));
  const spare = Math.max(0, after - from - room);
  const shared = spreadEvenly(
    words.map(({ text }) => text),
    0,
    spare,
  );
  return shared.map(({ start }, index) => {
    const latest = after - (words.length - index) * shortest;
    return Math.min(from + Math.round(start) + index * shortest, latest);
  });
}

/**
 * Indexes of the largest set of words whose starts rise by at least `shortest` for each word between them: the longest
 * rising subsequence, by patience sorting.
 */
function trustedWords(words: readonly TimedText[], length: number, shortest: number): number[] {
  const tails: number[] = [];
  const before = new Map<number, number>();
  const height = (index: number) => (words[index]?.start ?? 0) - index * shortest;
  words.forEach(({ start }, index) => {
    const lowest = index * shortest;
    const highest = length - (words.length - index) * shortest;
    if (!(start >= lowest && start <= highest)) return;
    const place = firstAbove(tails, height(index), height);
    const below = tails[place - 1];
    if (below !== undefined) before.set(index, below);
    tails[place] = index;
  });
  const chosen: number[] = [];
  for (let index = tails.at(-1); index !== undefined; index = before.get(index)) chosen.unshift(index);
  return chosen;
}

/** Place of the first index whose height is above `height`, by halving. */
function firstAbove(indexes: readonly number[], height: number, heightOf: (index: number) => number): number {
  let [low, high] = [0, indexes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heightOf(indexes[middle] ?? 0) > height) high = middle;
    else low = middle + 1;
  }
  return low;
}
