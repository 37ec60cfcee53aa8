import { graphemesOf } from '../text/wrap-text.ts';
import { joinTexts, standsJoined } from './cue-text.ts';
import { retimeWords } from './retime.ts';
import type { Cue, CueWord, Transcript } from './transcript.ts';

/** How speech is cut into captions. */
export interface CueRules {
  /** What a line holds at most: so many words, or so many characters (as a person counts them). */
  readonly line: { readonly by: 'words' | 'characters'; readonly most: number };
  readonly lines: number;
  /** A new sentence is a new caption. */
  readonly splitSentences: boolean;
  /** Silence from which on the next word is a new caption. */
  readonly pauseSeconds: number;
  /** A caption stays at least so long, where the next one leaves it the time. */
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
  /** What a person reads in a second; a caption stays so long that it can be read, where the next leaves it the time. */
  readonly charactersPerSecond: number;
  /** Between two captions lies either nothing or at least this: a shorter gap would flicker. */
  readonly gapSeconds: number;
}

/**
 * Three words a line, as the captioning service did it. Reading speed and shortest time are Netflix's (20 characters a
 * second and 5/6 s for adult programmes), less for so few words.
 */
export const WORD_CUES: CueRules = {
  line: { by: 'words', most: 3 },
  lines: 1,
  splitSentences: true,
  pauseSeconds: 0.8,
  shortestSeconds: 0.5,
  longestSeconds: 4,
  charactersPerSecond: 20,
  gapSeconds: 0.3,
};

/** Two lines of 42 characters, as broadcasters and Netflix subtitle. */
export const SUBTITLE_CUES: CueRules = {
  line: { by: 'characters', most: 42 },
  lines: 2,
  splitSentences: true,
  pauseSeconds: 1,
  shortestSeconds: 5 / 6,
  longestSeconds: 7,
  charactersPerSecond: 20,
  gapSeconds: 0.25,
};

/** Ends of sentences, with the quotes and brackets that close after them. */
const SENTENCE_END = /[.!?…。！？؟।][\p{Pe}\p{Pf}"'”’」』]*$/u;
const NO_SENTENCE_END = /^(?:\p{L}\.|(?:mr|mrs|ms|dr|st|vs|no|prof|sr|jr)\.)$/iu;
const CLAUSE_END = /[,;:،、，；：–—][\p{Pe}\p{Pf}"'”’」』]*$/u;

/**
 * Cuts a transcript into captions: each word is in exactly one of them, they are in order, never overlap and end with
 * the sound.
 * @param duration of the sound in seconds.
 * @throws RangeError where there are words but the sound has no length.
 */
export function cuesOf({ words }: Transcript, rules: CueRules, duration: number): Cue[] {
  const groups = groupsOf(cueWords(retimeWords(words, duration)), rules);
  const set = groups.map((group) => ({ words: group, lines: linesFor(group, rules) }));
  return withoutShort(set, rules, duration).map((text, index, all) => ({
    id: `c${index + 1}`,
    start: startOf(text),
    end: endOf(text, all[index + 1], rules, duration),
    ...text,
  }));
}

/** Index of the first word of each line when words are set under the rules: as even as they go. */
export function linesFor(words: readonly CueWord[], rules: Pick<CueRules, 'line'>): number[] {
  const most = lineStarts(words, rules.line.by, rules.line.most);
  if (rules.line.by === 'words' || most.length < 2) return most;
  // The narrowest setting with as few lines leaves no word alone on the last one.
  let narrowest = most;
  for (let width = rules.line.most - 1; width > 0; width--) {
    const lines = lineStarts(words, 'characters', width);
    if (lines.length > most.length) break;
    narrowest = lines;
  }
  return narrowest;
}

/** Words set in lines. */
type SetText = Pick<Cue, 'words' | 'lines'>;

function cueWords(words: readonly CueWord[]): CueWord[] {
  return words.map((word, index) => {
    const before = words[index - 1];
    return before && standsJoined(before.text, word.text) ? { ...word, joined: true } : word;
  });
}

function groupsOf(words: readonly CueWord[], rules: CueRules): CueWord[][] {
  const groups: CueWord[][] = [];
  let group: CueWord[] = [];
  for (const word of words) {
    if (group.length > 0 && isBorder(group, word, rules)) {
      groups.push(group);
      group = [];
    } else if (group.length > 0 && !fits([...group, word], rules)) {
      const full = upToClause(group, rules);
      groups.push(group.slice(0, full));
      group = group.slice(full);
    }
    group.push(word);
  }
  return group.length > 0 ? [...groups, group] : groups;
}

function isBorder(group: readonly CueWord[], next: CueWord, rules: CueRules): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return false;
  if (next.start - last.end >= rules.pauseSeconds) return true;
  if (next.end - first.start > rules.longestSeconds) return true;
  return rules.splitSentences && endsSentence(last);
}

function endsSentence({ text }: CueWord): boolean {
  return SENTENCE_END.test(text) && !NO_SENTENCE_END.test(text);
}

function fits(words: readonly CueWord[], rules: CueRules): boolean {
  return lineStarts(words, rules.line.by, rules.line.most).length <= rules.lines;
}

/** How many words of a full caption stay in it: up to a comma in its second half, so that phrases keep together. */
function upToClause(group: readonly CueWord[], { line }: CueRules): number {
  if (line.by === 'words') return group.length;
  const last = group.findLastIndex(({ text }) => CLAUSE_END.test(text));
  return last + 1 > group.length / 2 ? last + 1 : group.length;
}

function lineStarts(words: readonly CueWord[], by: CueRules['line']['by'], most: number): number[] {
  const lines: number[] = [];
  let room = 0;
  words.forEach((word, index) => {
    const size = by === 'words' ? 1 : characters(word.text);
    const space = by === 'words' || word.joined ? 0 : 1;
    if (index === 0 || room < size + space) {
      lines.push(index);
      room = most - size;
    } else room -= size + space;
  });
  return lines;
}

/** A caption that would be gone too soon goes with a neighbour, with one line more, where no pause is between them. */
function withoutShort(texts: readonly SetText[], rules: CueRules, duration: number): SetText[] {
  const merged: SetText[] = [];
  for (const text of texts) {
    const before = merged.at(-1);
    if (before && goTogether(before, text, rules, duration)) merged[merged.length - 1] = joinTexts(before, text);
    else merged.push(text);
  }
  return merged;
}

function goTogether(before: SetText, text: SetText, rules: CueRules, duration: number): boolean {
  if (before.lines.length + text.lines.length > rules.lines + 1) return false;
  if (startOf(text) - (before.words.at(-1)?.end ?? 0) >= rules.pauseSeconds) return false;
  const beforeLasts = startOf(text) - startOf(before);
  return Math.min(beforeLasts, duration - startOf(text)) < rules.shortestSeconds;
}

function startOf({ words }: SetText): number {
  return words[0]?.start ?? 0;
}

/** Stays until it can be read, but never into the next one, and leaves no gap that flickers. */
function endOf(text: SetText, next: SetText | undefined, rules: CueRules, duration: number): number {
  const { words } = text;
  const start = startOf(text);
  const length = words.reduce((sum, word) => sum + characters(word.text), 0);
  const readable = Math.max(rules.shortestSeconds, Math.min(length / rules.charactersPerSecond, rules.longestSeconds));
  const wanted = Math.max(words.at(-1)?.end ?? start, start + readable);
  if (!next) return Math.min(wanted, duration);
  return startOf(next) - wanted < rules.gapSeconds ? startOf(next) : wanted;
}

/** No carriage return: with the line feed behind it, it is one character. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Words are counted again for every width that is tried: most need no rules of Unicode. */
function characters(text: string): number {
  return PLAIN.test(text) ? text.length : graphemesOf(text).length;
}
