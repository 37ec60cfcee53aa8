import { joinTexts } from './cue-text.ts';
import { SHORTEST_CUE_SECONDS } from './edit.ts';
import type { Cue } from './transcript.ts';
import { timedWords } from './word-times.ts';

/**
 * Captions of a file as those of a video: in order, never overlapping, inside the video, with ids of their own. A caption
 * ends where the next begins; captions that begin together become one, the later one's lines below. Those that begin
 * after the video's end are left out.
 * @param duration of the video in seconds.
 */
export function settleCues(cues: readonly Cue[], duration: number): Cue[] {
  const sorted = cues
    .filter(({ start }) => duration - Math.max(0, start) >= SHORTEST_CUE_SECONDS)
    .toSorted((a, b) => a.start - b.start);
  const apart: Cue[] = [];
  for (const cue of sorted) {
    const before = apart.at(-1);
    if (before && cue.start - before.start < SHORTEST_CUE_SECONDS) apart[apart.length - 1] = together(before, cue);
    else apart.push(cue);
  }
  const taken = new Set<string>();
  return apart.map((cue, index) => {
    const id = freeId(cue.id, taken);
    taken.add(id);
    const settled = within(
      cue,
      Math.max(0, cue.start),
      Math.min(cue.end, apart[index + 1]?.start ?? duration, duration),
    );
    return { ...settled, id };
  });
}

function together(first: Cue, second: Cue): Cue {
  const end = Math.max(first.end, second.end);
  const { words, lines } = joinTexts(first, second);
  const untimed = words.map(({ start: _, end: __, ...word }) => word);
  return { ...first, end, lines, words: timedWords(untimed, first.start, end) };
}

/** Words that would be spoken outside are at its borders. */
function within(cue: Cue, start: number, end: number): Cue {
  const inside = (time: number) => Math.min(Math.max(time, start), end);
  const words = cue.words.map((word) => ({ ...word, start: inside(word.start), end: inside(word.end) }));
  return { ...cue, start, end, words };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
