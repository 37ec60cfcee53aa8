import type { Size } from '../geometry.ts';
import { ASS_CLOCK, ticksOf } from './clock.ts';
import { fileError } from './file-error.ts';
import type { Line } from './file-lines.ts';
import { emphasisOf, type MarkedRun, type TextWriter } from './marked-text.ts';
import type { Anchor, CueWord, Emphasis, KeptOfWord, Placement } from './transcript.ts';

/** The text of an ASS event: override blocks, times of words, and characters with a backslash. */

/** Invisible, and never parts a word (Unicode: word joiner): stands where text would otherwise be read as a tag. */
const GUARD = '\u2060';
const TOKEN = /\\([Nnh{}])|\{([^}]*)\}|([^\\{]+)|\\|\{/g;
/** One tag of an override block: a backslash, a name, and a value that may hold backslashes in brackets. */
const TAG = /\\[^\\(]*(?:\([^)]*\)?)?/g;
const SPECIAL: Readonly<Record<string, string>> = { N: '\n', n: ' ', h: '\u00a0', '{': '{', '}': '}' };

export interface AssEvent {
  readonly start: number;
  readonly end: number;
  readonly size: Size;
}

export interface AssText {
  readonly runs: readonly MarkedRun[];
  readonly placement?: Placement;
}

/** @throws StudioError `file-damaged` */
export function assRuns(text: string, line: Line, event: AssEvent): AssText {
  const reader = new AssReader(line, event);
  for (const [token, special, block, plain] of text.matchAll(TOKEN)) {
    if (special !== undefined) reader.text(SPECIAL[special] ?? '');
    else if (block !== undefined) reader.block(block);
    else if (plain === undefined && token === '{') {
      throw fileError('ASS', line.number, 'a “{” is closed by “}”', 'Close it, or write “\\{”.', text);
    } else reader.text(token);
  }
  return reader.finish();
}

class AssReader {
  private readonly runs: MarkedRun[] = [];
  private marks: { [Mark in keyof Emphasis]?: Emphasis[Mark] | undefined } = {};
  private anchor: Anchor | undefined;
  private point: Placement['point'];
  /** When the syllable that is read began and ends, in units of the clock, once there is one. */
  private clock: number | null = null;

  constructor(
    private readonly line: Line,
    private readonly event: AssEvent,
  ) {}

  text(text: string): void {
    const emphasis = emphasisOf(this.marks);
    this.runs.push({ text: text.replaceAll(GUARD, ''), ...(emphasis && { emphasis }) });
  }

  block(block: string): void {
    if (!block.includes('\\')) {
      this.keep(`{${block}}`);
      return;
    }
    const remark = block.slice(0, block.indexOf('\\'));
    if (remark.trim() !== '') this.keep(`{${remark}}`);
    for (const [tag] of block.matchAll(TAG)) this.tag(tag.trim());
  }

  finish(): AssText {
    const { anchor, point, clock } = this;
    // The last syllable ends here.
    if (clock !== null && clock < ticksOf(this.event.end, ASS_CLOCK))
      this.runs.push({ text: '', at: this.time(clock) });
    if (!anchor && !point) return { runs: this.runs };
    return { runs: this.runs, placement: { anchor: anchor ?? 2, ...(point && { point }) } };
  }

  private tag(tag: string): void {
    const [, mark, on] = /^\\([biu])(\d*)$/.exec(tag) ?? [];
    if (mark) {
      this.setMark(mark, on ?? '');
      return;
    }
    const [, karaoke, length] = /^\\(kf|ko|k|K)(\d+)$/.exec(tag) ?? [];
    if (karaoke) {
      this.syllable(karaoke, Number(length));
      return;
    }
    const colour = /^\\1?c(?:&H([0-9a-f]{1,8})&?)?$/i.exec(tag);
    if (colour) {
      this.marks = { ...this.marks, colour: colour[1] === undefined ? undefined : rgb(colour[1]) };
      return;
    }
    const anchor = /^\\an([1-9])$/.exec(tag)?.[1];
    const [, x, y] = /^\\pos\(\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\)$/.exec(tag) ?? [];
    if (anchor) this.anchor = Number(anchor) as Anchor;
    else if (x && y) this.point = { x: Number(x) / this.event.size.width, y: Number(y) / this.event.size.height };
    else if (tag === '\\r') this.marks = {};
    else if (/^\\p[1-9]/.test(tag)) {
      const rule = 'a caption is text, not a drawing (\\p)';
      throw fileError('ASS', this.line.number, rule, 'Take this event out, or make it a “Comment:”.', tag);
    } else if (/^\\(?:an|pos|k|K)(?![a-z])/.test(tag)) {
      const rule = '\\an is 1 to 9, \\pos is (x,y), and \\k is followed by hundredths of a second';
      throw fileError('ASS', this.line.number, rule, 'Correct or take out this tag.', tag);
    } else this.keep(`{${tag}}`);
  }

  private setMark(mark: string, value: string): void {
    const on = mark === 'b' ? value === '1' || Number(value) >= 600 : value === '1';
    const name = mark === 'b' ? 'bold' : mark === 'i' ? 'italic' : 'underline';
    this.marks = { ...this.marks, [name]: on ? true : undefined };
  }

  private syllable(kind: string, length: number): void {
    const from: number = this.clock ?? ticksOf(this.event.start, ASS_CLOCK);
    if (from + length > ticksOf(this.event.end, ASS_CLOCK)) {
      const rule = 'the times of words (\\k) end with their caption';
      throw fileError('ASS', this.line.number, rule, 'Shorten them, or let the caption stay longer.', this.line.text);
    }
    this.clock = from + length;
    const karaoke = kind === 'ko' ? 'ko' : kind === 'k' ? null : 'kf';
    this.runs.push({ text: '', at: this.time(from), ...(karaoke && { kept: { karaoke } as KeptOfWord }) });
  }

  private keep(ass: string): void {
    this.runs.push({ text: '', kept: { ass } });
  }

  private time(ticks: number): number {
    return ticks / ASS_CLOCK.units;
  }
}

/** @param span of the event as it is written, in seconds. */
export function assWriter(span: { start: number; end: number }, wordTimes: boolean): TextWriter {
  let clock = ticksOf(span.start, ASS_CLOCK);
  const end = ticksOf(span.end, ASS_CLOCK);
  /** A syllable up to `time`; nothing where it has come. */
  const until = (time: number, kind: string, always: boolean) => {
    const ticks = Math.min(Math.max(ticksOf(time, ASS_CLOCK), clock), end);
    const length = ticks - clock;
    clock = ticks;
    return length > 0 || always ? `{\\${kind}${length}}` : '';
  };
  return {
    lineEnd: '\\N',
    escape: (text) => text.replaceAll('\\', `\\${GUARD}`).replace(/[{}]/g, '\\$&').replaceAll('\u00a0', '\\h'),
    tags: wordTags,
    stamps(word) {
      const kept = word.kept?.ass ?? '';
      if (!wordTimes) return { space: '', word: kept };
      const pause = until(word.start, 'k', false);
      return { space: pause, word: kept + until(word.end, word.kept?.karaoke ?? 'k', true) };
    },
  };
}

export function writePlace(placement: Placement | undefined, { width, height }: Size): string {
  if (!placement) return '';
  const { anchor, point } = placement;
  const pixels = (value: number) => String(Math.round(value * 1000) / 1000);
  const at = point ? `\\pos(${pixels(point.x * width)},${pixels(point.y * height)})` : '';
  return `{\\an${anchor}${at}}`;
}

function wordTags({ emphasis = {} }: CueWord): { open: string; close: string } {
  const { colour, bold, italic, underline } = emphasis;
  const on = `${bold ? '\\b1' : ''}${italic ? '\\i1' : ''}${underline ? '\\u1' : ''}${colour ? `\\c&H${bgr(colour)}&` : ''}`;
  const off = `${bold ? '\\b0' : ''}${italic ? '\\i0' : ''}${underline ? '\\u0' : ''}${colour ? '\\c' : ''}`;
  return on === '' ? { open: '', close: '' } : { open: `{${on}}`, close: `{${off}}` };
}

function bgr(colour: string): string {
  return `${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;
}

function rgb(bgrDigits: string): string {
  const digits = bgrDigits.padStart(6, '0').slice(-6).toUpperCase();
  return `#${digits.slice(4, 6)}${digits.slice(2, 4)}${digits.slice(0, 2)}`;
}
