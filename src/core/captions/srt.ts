import { SRT_CLOCK, timeFrom, writeTime, writtenSpan } from './clock.ts';
import { fileError } from './file-error.ts';
import { isBlank, type Line, linesOfFile } from './file-lines.ts';
import { wordsOfRuns, writeMarked } from './marked-text.ts';
import { SRT_WRITER, srtRuns } from './srt-tags.ts';
import type { Anchor, Cue, Placement } from './transcript.ts';

/**
 * SubRip files: a number, a line of times, and text, then an empty line. There is no standard; this is what players
 * agree on, with the tags `<b> <i> <u> <font color>` and `{\an1}` to `{\an9}` for the place.
 */

const TIMES = /^(\d{2,}):(\d{2}):(\d{2}),(\d{3}) --> (\d{2,}):(\d{2}):(\d{2}),(\d{3})[ \t]*$/;
const COORDINATES = /[ \t]+X1:/;
const PLACE = /^\{\\an([1-9])\}/;
const PROMISED = '“00:01:02,345 --> 00:01:04,000”';

/**
 * Reads an SRT file. Words share the time of their cue; ids are numbers in order.
 * @throws StudioError `file-damaged` naming line and rule.
 */
export function parseSrt(text: string): Cue[] {
  const lines = linesOfFile(text, 'SRT');
  const cues: Cue[] = [];
  let index = 0;
  const skipBlank = () => {
    for (let line = lines[index]; line && isBlank(line); line = lines[index]) index++;
  };
  for (skipBlank(); index < lines.length; skipBlank()) {
    const end = lines.findIndex((line, at) => at > index && isBlank(line));
    const block = lines.slice(index, end < 0 ? lines.length : end);
    cues.push(cueOf(block, cues));
    index += block.length;
  }
  if (cues.length === 0) throw fileError('SRT', 1, 'a file has at least one caption', 'Choose a file with captions.');
  return cues;
}

/**
 * Writes an SRT file. Not in it, since the format has no place for them: times of words, speakers, styles, exact points.
 */
export function writeSrt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue, index) => {
    const { start, end } = writtenSpan(cue, SRT_CLOCK);
    const times = `${writeTime(start, SRT_CLOCK)} --> ${writeTime(end, SRT_CLOCK)}`;
    const place = cue.placement ? `{\\an${cue.placement.anchor}}` : '';
    return `${index + 1}\n${times}\n${place}${writeMarked(cue, SRT_WRITER)}\n`;
  });
  return blocks.join('\n');
}

function cueOf(block: readonly Line[], before: readonly Cue[]): Cue {
  const [number, times, ...text] = block;
  if (!number) throw new RangeError('A block of an SRT file has lines.');
  if (!/^\d+[ \t]*$/.test(number.text)) {
    throw fileError(
      'SRT',
      number.number,
      'a caption begins with its number',
      'Put the number on this line.',
      number.text,
    );
  }
  if (!times) {
    const rule = 'the times of the caption follow its number';
    throw fileError('SRT', number.number + 1, rule, `Write them like ${PROMISED}.`);
  }
  const { start, end } = spanOf(times);
  const last = before.at(-1);
  if (last && start < last.start) {
    throw fileError('SRT', times.number, 'captions stand in order of time', 'Sort them by start.', times.text);
  }
  const place = placeOf(text);
  const { words, lines } = wordsOfRuns(srtRuns(place.text), start, end);
  if (words.length === 0) {
    throw fileError('SRT', times.number + 1, 'a caption has text', 'Write some, or take out number and times.');
  }
  return { id: String(before.length + 1), start, end, words, lines, ...place.placement };
}

function spanOf({ text, number }: Line): { start: number; end: number } {
  const match = TIMES.exec(text);
  if (!match && COORDINATES.test(text)) {
    const rule = 'places in pixels (X1 to Y2) have no known picture size';
    throw fileError(
      'SRT',
      number,
      rule,
      'Take them out, and begin the text with {\\an8} for a caption at the top.',
      text,
    );
  }
  if (!match) throw fileError('SRT', number, `times are written like ${PROMISED}`, 'Correct this line.', text);
  const [, ...digits] = match;
  const [start, end] = [timeFrom(digits.slice(0, 4), SRT_CLOCK), timeFrom(digits.slice(4), SRT_CLOCK)];
  if (start === null || end === null) {
    throw fileError('SRT', number, 'minutes and seconds are at most 59', 'Correct this line.', text);
  }
  if (end <= start) throw fileError('SRT', number, 'a caption ends after it starts', 'Correct its end.', text);
  return { start, end };
}

function placeOf(text: readonly Line[]): { text: readonly Line[]; placement: { placement?: Placement } } {
  const [first, ...others] = text;
  const match = PLACE.exec(first?.text ?? '');
  if (!first || !match) return { text, placement: {} };
  const anchor = Number(match[1]) as Anchor;
  return {
    text: [{ ...first, text: first.text.slice(match[0].length) }, ...others],
    placement: { placement: { anchor } },
  };
}
