import { StudioError } from '../errors.ts';
import { joinTexts } from './cue-text.ts';
import { retext } from './retext.ts';
import type { Cue, CueWord, Placement } from './transcript.ts';

/**
 * What an editor does to captions. Each function gives new cues and leaves the old ones as they are; the cues it gets
 * keep the laws of `cue-laws.ts`, and so do those it gives. An id that no cue has is a StudioError `not-found`.
 */

/** Shortest caption that an edit leaves, in seconds: two frames of 25 a second. */
export const SHORTEST_CUE_SECONDS = 0.08;

type Cues = readonly Cue[];

/**
 * Changes the words of a cue; line feeds part its lines. Words that stay keep their times.
 * @throws StudioError `input-invalid` where no word is left.
 */
export function withText(cues: Cues, id: string, text: string): Cue[] {
  return replaceCue(cues, id, (cue) => [retext(cue, text)]);
}

/**
 * Splits a cue before one of its words.
 * @throws StudioError `input-invalid` where a half would have no words.
 */
export function splitCue(cues: Cues, id: string, wordIndex: number): Cue[] {
  return replaceCue(cues, id, (cue) => {
    const next = cue.words[wordIndex];
    const last = cue.words[wordIndex - 1];
    if (!next || !last) {
      throw invalid('Split a caption between two of its words.', 'split inside the caption', wordIndex);
    }
    const border = Math.min(Math.max(next.start, cue.start), cue.end);
    if (!(border > cue.start && border < cue.end)) {
      throw invalid('These words share one instant: change their times before you split them.', 'words that last');
    }
    return [
      { ...cue, end: border, ...part(cue, 0, wordIndex) },
      { ...cue, id: freshId(cues), start: border, ...part(cue, wordIndex, cue.words.length) },
    ];
  });
}

/** Merges a cue with the next: its lines come below. @throws StudioError `input-invalid` for the last cue. */
export function mergeWithNext(cues: Cues, id: string): Cue[] {
  const index = indexOf(cues, id);
  const [first, second] = [cues[index], cues[index + 1]];
  if (!first || !second) throw invalid('The last caption has no next one to merge with.', 'a caption after it', id);
  const merged = { ...first, end: second.end, ...joinTexts(first, second) };
  return [...cues.slice(0, index), merged, ...cues.slice(index + 2)];
}

/**
 * Moves cues by the same time, as far as their neighbours and the video let them.
 * @param by in seconds; negative is earlier.
 * @param duration of the video in seconds.
 */
export function shiftCues(cues: Cues, ids: ReadonlySet<string>, by: number, duration: number): Cue[] {
  for (const id of ids) indexOf(cues, id);
  let [earliest, latest] = [-Infinity, Infinity];
  cues.forEach((cue, index) => {
    if (!ids.has(cue.id)) return;
    const [before, after] = [cues[index - 1], cues[index + 1]];
    if (!before || !ids.has(before.id)) earliest = Math.max(earliest, (before?.end ?? 0) - cue.start);
    if (!after || !ids.has(after.id)) latest = Math.min(latest, (after?.start ?? duration) - cue.end);
  });
  const allowed = Math.min(Math.max(by, earliest), latest);
  if (allowed === 0) return [...cues];
  const moved = cues.map((cue) => (ids.has(cue.id) ? movedCue(cue, allowed) : cue));
  return settled(moved, ids, duration);
}

/**
 * Sets when a cue begins and ends, as far as its neighbours and the video let it; its words keep their share of it.
 * @param span in seconds. @throws StudioError `input-invalid` where it would not last.
 */
export function retimeCue(cues: Cues, id: string, span: { start: number; end: number }, duration: number): Cue[] {
  const index = indexOf(cues, id);
  const start = Math.max(span.start, cues[index - 1]?.end ?? 0);
  const end = Math.min(span.end, cues[index + 1]?.start ?? duration);
  if (!(end - start >= SHORTEST_CUE_SECONDS)) {
    throw invalid(
      `A caption stays for at least ${SHORTEST_CUE_SECONDS} seconds, between the captions around it. Choose other times.`,
      'shortest caption',
      end - start,
    );
  }
  return replaceCue(cues, id, (cue) => [stretched(cue, start, end)]);
}

/** @throws StudioError `not-found` */
export function deleteCues(cues: Cues, ids: ReadonlySet<string>): Cue[] {
  for (const id of ids) indexOf(cues, id);
  return cues.filter(({ id }) => !ids.has(id));
}

/**
 * Adds a caption typed by hand where no other is; it ends where the next begins, if it must.
 * @param span in seconds.
 * @throws StudioError `input-invalid` where there is no room or no text.
 */
export function addCue(cues: Cues, span: { start: number; end: number }, text: string, duration: number): Cue[] {
  const index = cues.findLastIndex(({ start }) => start <= span.start) + 1;
  const start = Math.max(0, span.start);
  const end = Math.min(span.end, cues[index]?.start ?? duration);
  if (!(start >= (cues[index - 1]?.end ?? 0) && end - start >= SHORTEST_CUE_SECONDS)) {
    throw invalid('Another caption is on at this time. Move or shorten it first, or choose another time.', 'free time');
  }
  const empty: Cue = { id: freshId(cues), start, end, words: [], lines: [] };
  return [...cues.slice(0, index), retext(empty, text), ...cues.slice(index)];
}

/** Makes every word of a cue a sure one: a person has looked at it. */
export function confirmWords(cues: Cues, id: string): Cue[] {
  return replaceCue(cues, id, (cue) => [{ ...cue, words: cue.words.map((word) => ({ ...word, confidence: 1 })) }]);
}

/** What sets some captions off from the others; null takes it away, what is left out stays. */
export interface CueDressing {
  readonly style?: string | null;
  readonly speaker?: string | null;
  readonly placement?: Placement | null;
}

export function dressCues(cues: Cues, ids: ReadonlySet<string>, dressing: CueDressing): Cue[] {
  for (const id of ids) indexOf(cues, id);
  return cues.map((cue) => (ids.has(cue.id) ? dressed(cue, dressing) : cue));
}

function dressed({ style, speaker, placement, kept, ...cue }: Cue, change: CueDressing): Cue {
  const after = {
    style: change.style === undefined ? style : change.style,
    speaker: change.speaker === undefined ? speaker : change.speaker,
    placement: change.placement === undefined ? placement : change.placement,
    // What a file said of its place is no longer so.
    kept: change.placement === undefined ? kept : undefined,
  };
  return {
    ...cue,
    ...(after.style != null && { style: after.style }),
    ...(after.speaker != null && { speaker: after.speaker }),
    ...(after.placement != null && { placement: after.placement }),
    ...(after.kept && { kept: after.kept }),
  };
}

/** An id that no cue has. */
function freshId(cues: Cues): string {
  const numbers = cues.map(({ id }) => Number(/^c(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `c${numbers.reduce((largest, number) => Math.max(largest, number), 0) + 1}`;
}

function indexOf(cues: Cues, id: string): number {
  const index = cues.findIndex((cue) => cue.id === id);
  if (index >= 0) return index;
  throw new StudioError('not-found', 'This caption is gone. Choose another one.', { rule: 'caption', value: id });
}

function replaceCue(cues: Cues, id: string, change: (cue: Cue) => readonly Cue[]): Cue[] {
  indexOf(cues, id);
  return cues.flatMap((cue) => (cue.id === id ? change(cue) : [cue]));
}

function part({ words, lines }: Cue, from: number, to: number): Pick<Cue, 'words' | 'lines'> {
  const inside = lines.filter((line) => line > from && line < to).map((line) => line - from);
  return { words: words.slice(from, to), lines: [0, ...inside] };
}

function movedCue(cue: Cue, by: number): Cue {
  return mapTimes(cue, (time) => time + by);
}

function stretched(cue: Cue, start: number, end: number): Cue {
  const factor = (end - start) / (cue.end - cue.start);
  const stretchedCue = mapTimes(cue, (time) => Math.min(end, start + (time - cue.start) * factor));
  return { ...stretchedCue, start, end };
}

/** Rounding may put a moved time a hair beyond its neighbour or the video. */
function settled(cues: Cues, ids: ReadonlySet<string>, duration: number): Cue[] {
  return cues.map((cue, index) => {
    if (!ids.has(cue.id)) return cue;
    const [before, after] = [cues[index - 1], cues[index + 1]];
    const low = before ? before.end : 0;
    const high = after ? after.start : duration;
    return mapTimes(cue, (time) => Math.min(Math.max(time, Math.min(low, high)), high));
  });
}

/** @param timeAt rises. */
function mapTimes(cue: Cue, timeAt: (time: number) => number): Cue {
  const words: CueWord[] = cue.words.map((word) => ({ ...word, start: timeAt(word.start), end: timeAt(word.end) }));
  return { ...cue, start: timeAt(cue.start), end: timeAt(cue.end), words };
}

function invalid(message: string, rule: string, value?: string | number): StudioError {
  return new StudioError('input-invalid', message, { rule, ...(value !== undefined && { value }) });
}
