import { ticksOf, timeFrom, WEBVTT_CLOCK, writeTime } from './clock.ts';
import { fileError } from './file-error.ts';
import type { Line } from './file-lines.ts';
import { emphasisOf, type MarkedRun, type TextWriter } from './marked-text.ts';
import type { CaptionSpeaker } from './speakers.ts';
import type { Cue, CueWord } from './transcript.ts';

/** The text of a WebVTT cue: tags, times of words, and characters that are written as entities. */

/** Classes for colours that every player knows (WebVTT, "default classes"). */
const CLASS_COLOURS: Readonly<Record<string, string>> = {
  white: '#FFFFFF',
  lime: '#00FF00',
  cyan: '#00FFFF',
  red: '#FF0000',
  yellow: '#FFFF00',
  magenta: '#FF00FF',
  blue: '#0000FF',
  black: '#000000',
};
const COLOUR_CLASSES = new Map(Object.entries(CLASS_COLOURS).map(([name, colour]) => [colour, name]));
/** A class of this studio for any other colour, with a rule of its own in the file's style sheet. */
const OWN_CLASS = /^studio-([0-9A-F]{6})$/;
const OWN_RULES = /^STYLE\n(?:::cue\(\.studio-[0-9A-F]{6}\) \{ color: #[0-9A-F]{6}; \}\n?)+$/;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};
const STAMP = /^(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})$/;
const TAG = /^(\/?)([a-z]+)((?:\.[^\s.]+)*)(?:[ \t]+(.*))?$/;
const DRAWN = new Set(['c', 'b', 'i', 'u', 'v']);

interface OpenTag {
  readonly name: string;
  readonly classes: readonly string[];
  readonly line: number;
}

export interface CueText {
  readonly runs: readonly MarkedRun[];
  readonly speaker?: string;
}

/**
 * @param start of the cue in seconds, and `end`: times of words lie between them.
 * @throws StudioError `file-damaged`
 */
export function parseCueText(lines: readonly Line[], start: number, end: number): CueText {
  const reader = new CueTextReader(start, end);
  lines.forEach((line, index) => {
    reader.read(index === 0 ? '' : '\n', line);
    reader.readLine(line);
  });
  return reader.finish();
}

class CueTextReader {
  private readonly runs: MarkedRun[] = [];
  private readonly open: OpenTag[] = [];
  private speaker: string | undefined;

  constructor(
    private last: number,
    private readonly end: number,
  ) {}

  read(text: string, line: Line): void {
    if (text === '') return;
    const has = (name: string) => (this.open.some((tag) => tag.name === name) ? true : undefined);
    const classes = this.open.flatMap((tag) => tag.classes);
    const colour = classes.map(colourOf).findLast((each) => each !== null);
    const emphasis = emphasisOf({ bold: has('b'), italic: has('i'), underline: has('u'), colour: colour ?? undefined });
    const others = classes.filter((each) => colourOf(each) === null);
    this.runs.push({
      text: decoded(text, line),
      ...(emphasis && { emphasis }),
      ...(others.length > 0 && { classes: others.join('.') }),
    });
  }

  readLine(line: Line): void {
    if (line.text.includes('-->')) {
      const rule = 'an empty line stands between two captions, and “-->” in a text is written “--&gt;”';
      throw fileError('WebVTT', line.number, rule, 'Correct this line.', line.text);
    }
    let last = 0;
    for (const match of line.text.matchAll(/<([^<>]*)>/g)) {
      this.read(line.text.slice(last, match.index), line);
      last = match.index + match[0].length;
      this.readTag(match[1] ?? '', line);
    }
    const rest = line.text.slice(last);
    if (rest.includes('<')) {
      throw fileError('WebVTT', line.number, 'a “<” in a text is written “&lt;”', 'Correct this line.', rest);
    }
    this.read(rest, line);
  }

  finish(): CueText {
    const left = this.open.find(({ name }) => name !== 'v');
    if (left) throw fileError('WebVTT', left.line, `<${left.name}> is closed in its caption`, `Add </${left.name}>.`);
    return { runs: this.runs, ...(this.speaker !== undefined && { speaker: this.speaker }) };
  }

  private readTag(inside: string, line: Line): void {
    const stamp = STAMP.exec(inside);
    if (stamp) {
      this.readStamp(stamp.slice(1), line);
      return;
    }
    const [, slash, name = '', classes = '', annotation = ''] = TAG.exec(inside) ?? [];
    if (!DRAWN.has(name)) {
      const rule = 'tags are <b>, <i>, <u>, <c>, <v> and times like <00:01:02.345>';
      const advice = 'Take this tag out, or write “&lt;” where it is no tag.';
      throw fileError('WebVTT', line.number, rule, advice, `<${inside}>`);
    }
    if (slash) {
      this.close(name, line);
      return;
    }
    if (name === 'v') this.readVoice(annotation, line);
    this.open.push({ name, classes: classes.split('.').filter((each) => each !== ''), line: line.number });
  }

  private readStamp(digits: readonly (string | undefined)[], line: Line): void {
    const at = timeFrom(digits, WEBVTT_CLOCK);
    if (at === null)
      throw fileError('WebVTT', line.number, 'minutes and seconds are at most 59', 'Correct it.', line.text);
    if (!(at > this.last && at < this.end)) {
      const rule = 'times in a text rise, inside the times of its caption';
      throw fileError('WebVTT', line.number, rule, 'Correct or take out this time.', line.text);
    }
    this.last = at;
    this.runs.push({ text: '', at });
  }

  private readVoice(annotation: string, line: Line): void {
    const name = decoded(annotation, line).trim();
    if (name === '')
      throw fileError('WebVTT', line.number, '<v> names who speaks', 'Write it like <v Ann>.', line.text);
    const isFirst = this.runs.every(({ text }) => text.trim() === '');
    if (!isFirst || (this.speaker !== undefined && this.speaker !== name)) {
      const rule = 'one caption here has one speaker, named at its start';
      throw fileError('WebVTT', line.number, rule, 'Give each speaker a caption of their own.', line.text);
    }
    this.speaker = name;
  }

  private close(name: string, line: Line): void {
    const last = this.open.pop();
    if (last?.name === name) return;
    const rule = last ? `<${last.name}> closes before what is around it` : `</${name}> closes a tag that is open`;
    throw fileError('WebVTT', line.number, rule, 'Open and close tags in pairs.', line.text);
  }
}

/** @param span of the cue as it is written, in seconds. */
export function webVttWriter(span: { start: number; end: number }, wordTimes: boolean): TextWriter {
  let last = ticksOf(span.start, WEBVTT_CLOCK);
  const end = ticksOf(span.end, WEBVTT_CLOCK);
  const stamp = (time: number) => {
    const ticks = ticksOf(time, WEBVTT_CLOCK);
    if (ticks <= last || ticks >= end) return '';
    last = ticks;
    return `<${writeTime(time, WEBVTT_CLOCK)}>`;
  };
  const stamps = (word: CueWord, previous: CueWord | undefined) => {
    const pause = previous && ticksOf(previous.end, WEBVTT_CLOCK) < ticksOf(word.start, WEBVTT_CLOCK);
    return { space: pause ? stamp(previous.end) : '', word: stamp(word.start) };
  };
  return {
    lineEnd: '\n',
    escape: escapeText,
    tags: wordTags,
    ...(wordTimes && { stamps, end: (word: CueWord) => stamp(word.end) }),
  };
}

/** Rules for colours that no default class has, or nothing. */
export function colourRules(cues: readonly Cue[]): string {
  const colours = new Set(cues.flatMap(({ words }) => words.flatMap(({ emphasis }) => emphasis?.colour ?? [])));
  const own = [...colours].filter((colour) => !COLOUR_CLASSES.has(colour)).sort();
  if (own.length === 0) return '';
  return ['STYLE', ...own.map((colour) => `::cue(.${classOf(colour)}) { color: ${colour}; }`)].join('\n');
}

/** True for a block that `colourRules` wrote: it is written anew. */
export function isColourRule(block: string): boolean {
  return OWN_RULES.test(block);
}

/** Style blocks that give the words of speakers their colours. A name that such a block cannot hold has none. */
export function speakerRules(speakers: readonly CaptionSpeaker[]): string[] {
  const coloured = speakers.filter(({ name, fill }) => fill !== null && !name.includes('-->'));
  if (coloured.length === 0) return [];
  const rules = coloured.map(
    ({ name, fill }) => `::cue(v[voice="${name.replace(/["\\]/g, '\\$&')}"]) { color: ${fill}; }`,
  );
  return [['STYLE', ...rules].join('\n')];
}

export function writeVoice({ speaker }: Cue): string {
  return speaker === undefined ? '' : `<v ${escapeText(speaker.replace(/\s+/g, ' ').trim())}>`;
}

function wordTags({ emphasis = {}, kept }: CueWord): { open: string; close: string } {
  const { colour, bold, italic, underline } = emphasis;
  const classes = [kept?.classes, colour && classOf(colour)].filter((each) => each).join('.');
  return {
    open: `${classes ? `<c.${classes}>` : ''}${bold ? '<b>' : ''}${italic ? '<i>' : ''}${underline ? '<u>' : ''}`,
    close: `${underline ? '</u>' : ''}${italic ? '</i>' : ''}${bold ? '</b>' : ''}${classes ? '</c>' : ''}`,
  };
}

function classOf(colour: string): string {
  return COLOUR_CLASSES.get(colour) ?? `studio-${colour.slice(1)}`;
}

function colourOf(name: string): string | null {
  const own = OWN_CLASS.exec(name)?.[1];
  return own ? `#${own}` : (CLASS_COLOURS[name] ?? null);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function decoded(text: string, { number }: Line): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));|&/gi, (entity, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
    const character = code === null ? ENTITIES[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character !== undefined) return character;
    throw fileError(
      'WebVTT',
      number,
      'a “&” in a text is written “&amp;”',
      'Correct this line.',
      `${entity} in “${text}”`,
    );
  });
}
