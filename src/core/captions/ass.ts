import { type AssHead, DEFAULT_HEAD, readHead, withStyles } from './ass-head.ts';
import { assRuns, assWriter, writePlace } from './ass-tags.ts';
import { ASS_CLOCK, timeFrom, writeTime, writtenSpan } from './clock.ts';
import { fileError } from './file-error.ts';
import { isBlank, type Line, linesOfFile, onOneLine } from './file-lines.ts';
import { wordsOfRuns, writeMarked } from './marked-text.ts';
import type { AssFields, Cue } from './transcript.ts';

/** Advanced SubStation Alpha, version 4.00+, as libass and Aegisub read it. */

export interface AssFile {
  readonly cues: readonly Cue[];
  /** Everything before `[Events]`, as it stands in the file: script info, styles. */
  readonly head: string;
  /** Comment events, as they stand in the file. */
  readonly comments: readonly string[];
  /** Sections after the events (fonts, pictures), as they stand in the file. */
  readonly tail: string;
}

export interface AssOptions extends Omit<AssFile, 'cues'> {
  /** True writes when each word is spoken (`\k`). */
  readonly wordTimes: boolean;
}

const PLAIN: AssOptions = { head: DEFAULT_HEAD, comments: [], tail: '', wordTimes: false };

const FIELDS = ['Layer', 'Start', 'End', 'Style', 'Name', 'MarginL', 'MarginR', 'MarginV', 'Effect', 'Text'] as const;
type Field = (typeof FIELDS)[number];
const NEEDED: readonly Field[] = ['Start', 'End', 'Style', 'Text'];
const TIME = /^(\d+):(\d{2}):(\d{2})\.(\d{2})$/;
const PLAIN_FIELDS: AssFields = { layer: 0, marginL: 0, marginR: 0, marginV: 0, effect: '' };

/**
 * Reads an ASS file. Events are sorted by start; ids are numbers in that order.
 * @throws StudioError `file-damaged` naming line and rule.
 */
export function parseAss(text: string): AssFile {
  const lines = linesOfFile(text, 'ASS');
  const begin = lines.findIndex((line) => /^\[Events\]\s*$/i.test(line.text));
  const head = readHead(begin < 0 ? lines : lines.slice(0, begin));
  if (begin < 0) {
    throw fileError('ASS', lines.length, 'captions stand in a section [Events]', 'Choose a file that has one.');
  }
  const after = lines.findIndex((line, index) => index > begin && /^\[[^\]]+\]\s*$/.test(line.text));
  const end = after < 0 ? lines.length : after;
  const { cues, comments } = readEvents(lines.slice(begin + 1, end), head);
  return { cues, comments, head: joined(lines.slice(0, begin)), tail: joined(lines.slice(end)) };
}

/** Writes an ASS file; a style that a cue names and the head lacks is declared as a copy of `Default`. */
export function writeAss(cues: readonly Cue[], options: Partial<AssOptions> = {}): string {
  const { head, comments, tail, wordTimes } = { ...PLAIN, ...options };
  const known = readHead(linesOfFile(head, 'ASS'));
  const events = cues.map((cue) => {
    const span = writtenSpan(cue, ASS_CLOCK);
    const { layer, marginL, marginR, marginV, effect } = cue.kept?.ass ?? PLAIN_FIELDS;
    const text = writePlace(cue.placement, known.size) + writeMarked(cue, assWriter(span, wordTimes));
    const times = `${writeTime(span.start, ASS_CLOCK)},${writeTime(span.end, ASS_CLOCK)}`;
    const names = `${cell(cue.style ?? 'Default')},${cell(cue.speaker ?? '')}`;
    return `Dialogue: ${layer},${times},${names},${marginL},${marginR},${marginV},${cell(effect)},${text}`;
  });
  const styles = new Set(['Default', ...cues.flatMap(({ style }) => (style === undefined ? [] : [cell(style)]))]);
  const section = ['[Events]', `Format: ${FIELDS.join(', ')}`, ...comments, ...events].join('\n');
  return `${[withStyles(head, styles, known).trimEnd(), section, ...(tail === '' ? [] : [tail.trimEnd()])].join('\n\n')}\n`;
}

/** A cell of a line: a comma would begin the next one. */
function cell(text: string): string {
  return onOneLine(text).replaceAll(',', ';');
}

function joined(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trimEnd();
}

function readEvents(lines: readonly Line[], head: AssHead): { cues: Cue[]; comments: string[] } {
  let fields: readonly string[] | null = null;
  const comments: string[] = [];
  const cues: Cue[] = [];
  for (const line of lines) {
    if (isBlank(line) || line.text.startsWith(';')) continue;
    const [, kind, value = ''] = /^(Format|Dialogue|Comment):[ \t]*(.*)$/.exec(line.text) ?? [];
    if (!kind) {
      const rule = 'lines of [Events] begin with “Format:”, “Dialogue:” or “Comment:”';
      throw fileError('ASS', line.number, rule, 'Correct this line.', line.text);
    }
    if (kind === 'Format') fields = readFormat(value, line);
    else if (!fields) {
      throw fileError('ASS', line.number, '“Format:” stands before the first event', 'Put it in.', line.text);
    } else if (kind === 'Comment') comments.push(line.text);
    else cues.push(cueOf(cellsOf(value, fields, line), line, head));
  }
  const sorted = cues.toSorted((a, b) => a.start - b.start);
  return { cues: sorted.map((cue, index) => ({ ...cue, id: String(index + 1) })), comments };
}

function readFormat(value: string, line: Line): string[] {
  const fields = value.split(',').map((field) => field.trim());
  const missing = NEEDED.find((field) => !fields.includes(field));
  if (missing) {
    throw fileError('ASS', line.number, `“Format:” names ${NEEDED.join(', ')}`, `Add ${missing}.`, value);
  }
  if (fields.at(-1) === 'Text') return fields;
  throw fileError(
    'ASS',
    line.number,
    '“Text” is the last field, since it may hold commas',
    'Move it to the end.',
    value,
  );
}

function cellsOf(value: string, fields: readonly string[], line: Line): Map<string, string> {
  const cells = value.split(',');
  if (cells.length < fields.length) {
    const rule = `an event has the ${fields.length} fields that “Format:” names`;
    throw fileError('ASS', line.number, rule, 'Add what is missing.', line.text);
  }
  const text = cells.slice(fields.length - 1).join(',');
  return new Map(fields.map((field, index) => [field, field === 'Text' ? text : (cells[index] ?? '').trim()]));
}

function cueOf(cells: ReadonlyMap<string, string>, line: Line, head: AssHead): Cue {
  const start = timeOf(cells.get('Start') ?? '', line);
  const end = timeOf(cells.get('End') ?? '', line);
  if (end <= start)
    throw fileError('ASS', line.number, 'a caption ends after it starts', 'Correct its end.', line.text);
  const style = (cells.get('Style') ?? '').replace(/^\*/, '');
  if (!head.styles.has(style)) {
    const rule = 'the style of an event is declared in [V4+ Styles]';
    throw fileError('ASS', line.number, rule, 'Declare it, or choose another style.', style);
  }
  const { runs, placement } = assRuns(cells.get('Text') ?? '', line, { start, end, size: head.size });
  const { words, lines } = wordsOfRuns(runs, start, end);
  if (words.length === 0) {
    throw fileError('ASS', line.number, 'a caption has text', 'Write some, or make it a “Comment:”.', line.text);
  }
  const speaker = cells.get('Name') ?? '';
  const ass = keptFields(cells, line);
  return {
    id: '',
    start,
    end,
    words,
    lines,
    ...(style !== 'Default' && { style }),
    ...(speaker !== '' && { speaker }),
    ...(placement && { placement }),
    ...(ass && { kept: { ass } }),
  };
}

function timeOf(text: string, line: Line): number {
  const match = TIME.exec(text);
  if (!match) throw fileError('ASS', line.number, 'times are written like “0:01:02.34”', 'Correct this line.', text);
  const time = timeFrom(match.slice(1), ASS_CLOCK);
  if (time !== null) return time;
  throw fileError('ASS', line.number, 'minutes and seconds are at most 59', 'Correct this line.', text);
}

/** What an event says beyond its cue, or null where it says nothing. */
function keptFields(cells: ReadonlyMap<string, string>, line: Line): AssFields | null {
  const whole = (field: Field) => {
    const text = cells.get(field) ?? '0';
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw fileError('ASS', line.number, `“${field}” is a whole number`, 'Correct this line.', text);
  };
  const fields: AssFields = {
    layer: whole('Layer'),
    marginL: whole('MarginL'),
    marginR: whole('MarginR'),
    marginV: whole('MarginV'),
    effect: cells.get('Effect') ?? '',
  };
  const { layer, marginL, marginR, marginV, effect } = fields;
  return layer || marginL || marginR || marginV || effect ? fields : null;
}
