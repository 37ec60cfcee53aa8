import { spreadEvenly } from './retime.ts';
import type { CueWord } from './transcript.ts';

/** A word of which more or less is known than its text. */
export interface UntimedWord extends Omit<CueWord, 'start' | 'end'> {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * Words with times of their own: where a time is missing, words share the time up to the next known one in proportion to
 * their letters.
 * @param words known times rise, and lie between `start` and `end`, in seconds.
 */
export function timedWords(words: readonly UntimedWord[], start: number, end: number): CueWord[] {
  const timed: CueWord[] = [];
  let before = start;
  for (let index = 0; index < words.length; ) {
    const run = runAt(words, index);
    const from = run[0]?.start ?? before;
    const until = run.at(-1)?.end ?? words[index + run.length]?.start ?? end;
    const times = spreadEvenly(
      run.map(({ text }) => text),
      from,
      until,
    );
    timed.push(...run.map((word, at) => ({ ...word, ...(times[at] ?? { start: from, end: until }) })));
    before = until;
    index += run.length;
  }
  return timed;
}

/** Words from `index` on between which no time is known. */
function runAt(words: readonly UntimedWord[], index: number): UntimedWord[] {
  let last = index;
  while (last + 1 < words.length && words[last]?.end === undefined && words[last + 1]?.start === undefined) last++;
  return words.slice(index, last + 1);
}
