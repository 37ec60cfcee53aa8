import { linesOf, spacedPieces, standsJoined } from './cue-text.ts';
import type { Cue, CueWord, Emphasis, KeptOfWord } from './transcript.ts';
import { timedWords, type UntimedWord } from './word-times.ts';

/** Text with marks, between a file's tags and a cue's words. */

/** A run of text of one look; it may hold spaces and line feeds. */
export interface MarkedRun {
  readonly text: string;
  readonly emphasis?: Emphasis;
  /** The file says that what follows is spoken from here on, in seconds. */
  readonly at?: number;
  /** Of the words of this run. */
  readonly classes?: string;
  /** Of the next word alone. */
  readonly kept?: KeptOfWord;
}

/**
 * The words and lines of a cue. A word whose look changes inside becomes two joined ones.
 * @returns no words where there are none.
 */
export function wordsOfRuns(runs: readonly MarkedRun[], start: number, end: number): Pick<Cue, 'words' | 'lines'> {
  const reader = new RunReader();
  for (const run of runs) reader.read(run);
  return { words: timedWords(reader.words, start, end), lines: reader.lines };
}

class RunReader {
  readonly words: UntimedWord[] = [];
  readonly lines: number[] = [];
  /** What the text before ended with; a new line is as good as a space. */
  private after: 'line' | 'space' | 'word' = 'line';
  private spoken: number | undefined;
  private kept: KeptOfWord | undefined;
  private look = '';

  read(run: MarkedRun): void {
    if (run.at !== undefined) {
      this.endLast(run.at);
      this.spoken = run.at;
    }
    if (run.kept) this.kept = joinKept(this.kept, run.kept);
    for (const piece of run.text.match(/\n|[ \t\f\v]+|[^ \t\f\v\n]+/g) ?? []) {
      if (piece === '\n') this.after = 'line';
      else if (spacedPieces(piece).length > 0) this.word(piece, run);
      else if (this.after === 'word') this.after = 'space';
    }
  }

  private word(text: string, { emphasis, classes }: MarkedRun): void {
    const before = this.words.at(-1);
    const look = JSON.stringify([emphasis, classes]);
    const goesOn = this.after === 'word' && look === this.look && this.spoken === undefined && !this.kept;
    if (before && goesOn) {
      this.words[this.words.length - 1] = { ...before, text: before.text + text };
      return;
    }
    const joined = before && (this.after === 'line' ? standsJoined(before.text, text) : this.after === 'word');
    const kept = classes ? { ...this.kept, classes } : this.kept;
    if (this.after === 'line') this.lines.push(this.words.length);
    this.words.push({
      text,
      confidence: 1,
      start: this.spoken,
      ...(joined && { joined }),
      ...(emphasis && { emphasis }),
      ...(kept && { kept }),
    });
    [this.after, this.look, this.spoken, this.kept] = ['word', look, undefined, undefined];
  }

  /** A time with no word behind it ends the word before it. */
  private endLast(at: number): void {
    const last = this.words.at(-1);
    if (last && last.end === undefined) this.words[this.words.length - 1] = { ...last, end: at };
  }
}

function joinKept(first: KeptOfWord | undefined, second: KeptOfWord): KeptOfWord {
  const ass = (first?.ass ?? '') + (second.ass ?? '');
  return { ...first, ...second, ...(ass !== '' && { ass }) };
}

/** How one format writes words. */
export interface TextWriter {
  readonly lineEnd: string;
  escape(text: string): string;
  /** What stands around words of this word's look. */
  tags(word: CueWord): { readonly open: string; readonly close: string };
  /** What stands before a word: before the space that parts it from the one before, and behind that space. */
  stamps?(word: CueWord, previous: CueWord | undefined): { readonly space: string; readonly word: string };
  /** What stands behind the last word. */
  end?(last: CueWord): string;
}

const NO_STAMPS = { space: '', word: '' };

/** A cue's text with its tags. Tags never span lines, as some players forget them at a line's end. */
export function writeMarked(cue: Pick<Cue, 'words' | 'lines'>, writer: TextWriter): string {
  let previous: CueWord | undefined;
  const lines = linesOf(cue).map((words) => {
    const line = new LineText(writer);
    let look = { open: '', close: '' };
    words.forEach((word, index) => {
      const stamps = writer.stamps?.(word, previous) ?? NO_STAMPS;
      const next = writer.tags(word);
      const changes = next.open !== look.open;
      if (changes) line.tag(look.close);
      line.tag(stamps.space);
      if (index > 0 && !word.joined) line.text(' ');
      line.tag(stamps.word);
      if (changes) line.tag(next.open);
      line.text(word.text);
      look = next;
      previous = word;
    });
    line.tag(look.close);
    return line.written();
  });
  return lines.join(writer.lineEnd) + (previous && writer.end ? writer.end(previous) : '');
}

/** What tags do not part is escaped as one text: joined words may together look like a tag. */
class LineText {
  private done = '';
  private open = '';

  constructor(private readonly writer: TextWriter) {}

  text(text: string): void {
    this.open += text;
  }

  tag(tag: string): void {
    if (tag === '') return;
    this.done = this.written() + tag;
    this.open = '';
  }

  written(): string {
    return this.done + this.writer.escape(this.open);
  }
}

/** A look, or nothing where nothing is set. */
export function emphasisOf(marks: { [Mark in keyof Emphasis]?: Emphasis[Mark] | undefined }): Emphasis | undefined {
  const { bold, italic, underline, colour } = marks;
  if (!bold && !italic && !underline && !colour) return undefined;
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(colour && { colour }),
  };
}
