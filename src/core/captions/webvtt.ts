import { timeFrom, WEBVTT_CLOCK, writeTime, writtenSpan } from './clock.ts';
import { fileError } from './file-error.ts';
import { isBlank, type Line, linesOfFile, onOneLine } from './file-lines.ts';
import { wordsOfRuns, writeMarked } from './marked-text.ts';
import type { CaptionSpeaker } from './speakers.ts';
import type { Cue } from './transcript.ts';
import { checkRegion, checkSettings, placementOf, settingsOf } from './webvtt-settings.ts';
import { colourRules, isColourRule, parseCueText, speakerRules, webVttWriter, writeVoice } from './webvtt-tags.ts';

/** WebVTT as the W3C specifies it (https://www.w3.org/TR/webvtt1/), read as its grammar for authors demands. */

export interface WebVttFile {
  /** What stands behind `WEBVTT` on its line, and metadata lines below it. */
  readonly header: string;
  readonly cues: readonly Cue[];
  readonly blocks: readonly WebVttBlock[];
}

/** A block that is no cue, as it stands in the file. */
export interface WebVttBlock {
  readonly kind: 'NOTE' | 'STYLE' | 'REGION';
  readonly text: string;
  /** The number of cues that stand before it. */
  readonly after: number;
}

export interface WebVttOptions {
  readonly header: string;
  readonly blocks: readonly WebVttBlock[];
  /** True writes when each word is spoken into the text, which players show as karaoke. */
  readonly wordTimes: boolean;
  /** Whose words have a colour of their own. */
  readonly speakers: readonly CaptionSpeaker[];
}

const PLAIN: WebVttOptions = { header: '', blocks: [], wordTimes: false, speakers: [] };
const TIME = String.raw`(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})`;
const TIMES = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t]+(.*?))?[ \t]*$`);
const BLOCK = /^(NOTE|STYLE|REGION)(?:[ \t]|$)/;
const PROMISED = '“00:01:02.345 --> 00:01:04.000”';

/**
 * Reads a WebVTT file. Words without times of their own share what is left of their cue's time.
 * @throws StudioError `file-damaged` naming line and rule.
 */
export function parseWebVtt(text: string): WebVttFile {
  const blocks = blocksOf(linesOfFile(text, 'WebVTT'));
  const [head = [], ...others] = blocks;
  const file = { header: headerOf(head), cues: [] as Cue[], blocks: [] as WebVttBlock[] };
  const names = new Set(others.flatMap((block) => identifierOf(block)?.text ?? []));
  const regions = new Set<string>();
  for (const block of others) {
    const kind = BLOCK.exec(block[0]?.text ?? '')?.[1] as WebVttBlock['kind'] | undefined;
    if (kind) {
      checkBlock(kind, block, file.cues.length, regions);
      const written = block.map((line) => line.text).join('\n');
      if (!isColourRule(written)) file.blocks.push({ kind, text: written, after: file.cues.length });
    } else file.cues.push(cueOf(block, file.cues, names, regions));
  }
  return file;
}

/** Writes a WebVTT file. Not in it, since the format has no place for them: styles of lines. */
export function writeWebVtt(cues: readonly Cue[], options: Partial<WebVttOptions> = {}): string {
  const { header, blocks, wordTimes, speakers } = { ...PLAIN, ...options };
  const others = blocks.filter(({ kind }) => kind !== 'NOTE').map(({ text }) => text);
  const rules = colourRules(cues);
  const parts = [
    `WEBVTT${header === '' || header.startsWith('\n') ? '' : ' '}${header}`,
    ...others,
    ...(rules === '' ? [] : [rules]),
    ...speakerRules(speakers),
  ];
  const notesAfter = (count: number) =>
    blocks
      .filter(({ kind, after }) => kind === 'NOTE' && Math.min(after, cues.length) === count)
      .map(({ text }) => text);
  parts.push(...notesAfter(0));
  cues.forEach((cue, index) => {
    const span = writtenSpan(cue, WEBVTT_CLOCK);
    const settings = settingsOf(cue);
    const times = `${writeTime(span.start, WEBVTT_CLOCK)} --> ${writeTime(span.end, WEBVTT_CLOCK)}`;
    const text = writeVoice(cue) + writeMarked(cue, webVttWriter(span, wordTimes));
    const id = onOneLine(cue.id).replaceAll('-->', '->');
    parts.push(`${id}\n${times}${settings === '' ? '' : ` ${settings}`}\n${text}`, ...notesAfter(index + 1));
  });
  return `${parts.join('\n\n')}\n`;
}

/** Runs of lines between empty ones. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    // Only the empty line ends a block; the head's blank lines come first or not at all.
    if (line.text === '' || isBlank(line)) {
      if (block.length > 0 || blocks.length === 0) blocks.push(block);
      block = [];
    } else block.push(line);
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

function headerOf(head: readonly Line[]): string {
  const [first, ...metadata] = head;
  const match = /^WEBVTT(?:[ \t]+(.*))?$/.exec(first?.text ?? '');
  if (!match) {
    const rule = 'a WebVTT file begins with the word WEBVTT on a line of its own';
    throw fileError('WebVTT', 1, rule, 'Put it on the first line, or rename an SRT file to .srt.', first?.text);
  }
  const times = metadata.find(({ text }) => text.includes('-->'));
  if (times) {
    throw fileError('WebVTT', times.number, 'an empty line follows the head of the file', 'Put one in.', times.text);
  }
  return [match[1] ?? '', ...metadata.map(({ text }) => text)].join('\n');
}

function identifierOf(block: readonly Line[]): Line | undefined {
  const [first] = block;
  return first && !first.text.includes('-->') && !BLOCK.test(first.text) ? first : undefined;
}

function checkBlock(kind: WebVttBlock['kind'], block: readonly Line[], cues: number, regions: Set<string>): void {
  const [first] = block;
  if (!first) return;
  const arrow = block.find(({ text }) => text.includes('-->'));
  if (arrow) {
    throw fileError(
      'WebVTT',
      arrow.number,
      `${kind} holds no “-->”`,
      'Put an empty line before the times.',
      arrow.text,
    );
  }
  if (kind === 'NOTE') return;
  if (cues > 0) {
    const rule = `${kind} stands before the first caption`;
    throw fileError('WebVTT', first.number, rule, 'Move it to the top of the file.');
  }
  if (kind === 'REGION') regions.add(checkRegion(block));
}

function cueOf(
  block: readonly Line[],
  before: readonly Cue[],
  names: ReadonlySet<string>,
  regions: ReadonlySet<string>,
): Cue {
  const identifier = identifierOf(block);
  const [times, ...text] = identifier ? block.slice(1) : block;
  if (!times) {
    const line = identifier?.number ?? 1;
    const rule = 'a caption has a line of times';
    throw fileError('WebVTT', line + 1, rule, `Write them like ${PROMISED}, or begin a remark with NOTE.`);
  }
  if (identifier && before.some(({ id }) => id === identifier.text)) {
    const rule = 'each caption has an identifier of its own';
    throw fileError('WebVTT', identifier.number, rule, 'Change it or take it out.', identifier.text);
  }
  const { start, end, settings } = timesOf(times);
  if (start < (before.at(-1)?.start ?? 0)) {
    throw fileError('WebVTT', times.number, 'captions stand in order of time', 'Sort them by start.', times.text);
  }
  const kept = checkSettings(settings, times, regions);
  const { runs, speaker } = parseCueText(text, start, end);
  const { words, lines } = wordsOfRuns(runs, start, end);
  if (words.length === 0) {
    throw fileError('WebVTT', times.number + 1, 'a caption has text', 'Write some, or take out its times.');
  }
  const id = identifier?.text ?? freeName(before, names);
  return { id, start, end, words, lines, ...(speaker !== undefined && { speaker }), ...placementOf(kept) };
}

function freeName(before: readonly Cue[], names: ReadonlySet<string>): string {
  for (let number = before.length + 1; ; number++) {
    const id = `c${number}`;
    if (!names.has(id) && !before.some((cue) => cue.id === id)) return id;
  }
}

function timesOf({ text, number }: Line): { start: number; end: number; settings: string } {
  const match = TIMES.exec(text);
  if (!match) throw fileError('WebVTT', number, `times are written like ${PROMISED}`, 'Correct this line.', text);
  const digits = match.slice(1, 9);
  const [start, end] = [timeFrom(digits.slice(0, 4), WEBVTT_CLOCK), timeFrom(digits.slice(4), WEBVTT_CLOCK)];
  if (start === null || end === null) {
    throw fileError('WebVTT', number, 'minutes and seconds are at most 59', 'Correct this line.', text);
  }
  if (end <= start) throw fileError('WebVTT', number, 'a caption ends after it starts', 'Correct its end.', text);
  return { start, end, settings: match[9] ?? '' };
}
