import type { Cue } from './transcript.ts';

/**
 * The first law that these cues break, in words, or null: they are in order, never overlap, lie inside the video, have
 * words that follow each other inside them, lines that begin at words, and ids of their own.
 * @param duration of the video in seconds.
 */
export function brokenCueLaw(cues: readonly Cue[], duration: number): string | null {
  const ids = new Set<string>();
  let last = 0;
  for (const cue of cues) {
    const broken = brokenInside(cue);
    if (broken) return `Cue ${cue.id} ${broken}.`;
    if (cue.start < last) return `Cue ${cue.id} starts at ${cue.start}, before ${last}.`;
    if (ids.has(cue.id)) return `Two cues have the id ${cue.id}.`;
    ids.add(cue.id);
    last = cue.end;
  }
  return last > duration ? `The last cue ends at ${last}, after ${duration}.` : null;
}

function brokenInside({ start, end, words, lines }: Cue): string | null {
  if (!(start < end)) return `does not last (${start} to ${end})`;
  if (words.length === 0) return 'has no words';
  let last = start;
  for (const word of words) {
    if (!/^[^ \t\r\n\f\v]+$/.test(word.text)) return `has the word "${word.text}"`;
    if (!(word.start >= last && word.end >= word.start)) return `has "${word.text}" out of order`;
    last = word.end;
  }
  if (last > end) return 'ends before its last word';
  const rising = lines.every((first, index) => Number.isInteger(first) && first > (lines[index - 1] ?? -1));
  return lines[0] === 0 && rising && (lines.at(-1) ?? 0) < words.length ? null : `has the lines ${lines.join(', ')}`;
}
