import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { AssetId } from '../media/asset.ts';
import type { Project } from '../project/project.ts';
import { countCharacters } from '../render/check-render.ts';
import { VIDEO_FORMATS, type VideoFormat } from '../render/settings.ts';
import { STYLE_NAMES, type StyleName } from '../style/style.ts';
import { type BatchCells, type BatchColumn, MEDIA_SEPARATOR, mediaNames } from './batch-row.ts';
import type { FileFinder } from './find-file.ts';
import { isMarkedAsText, looksLikeFormula, withoutTextMark } from './formula.ts';

/** What one video of a batch is made of; null and none leave it to what the batch has in common. */
export interface RowPlan {
  readonly hook: string;
  /** Photos and clips, in order. */
  readonly items: readonly AssetId[];
  readonly track: AssetId | null;
  readonly name: string;
  readonly lengthSeconds: number | null;
  readonly style: StyleName | null;
  readonly format: VideoFormat | null;
}

/** What is wrong with a row, in words that say what to do. */
export interface RowIssue {
  readonly column: BatchColumn;
  readonly message: string;
}

export type RowCheck =
  | { readonly ok: true; readonly plan: RowPlan }
  | { readonly ok: false; readonly issues: readonly [RowIssue, ...RowIssue[]] };

export interface RowContext {
  readonly find: FileFinder;
  /** The project whose look the videos take, where they take one: an empty cell leaves its photos in place. */
  readonly base: Project | null;
  readonly limits?: Limits;
}

/** Everything that is wrong with a row, or what is to be made of it. */
export function checkRow(row: BatchCells, { find, base, limits = DEFAULT_LIMITS }: RowContext): RowCheck {
  const issues: RowIssue[] = [];
  const say = (column: BatchColumn) => (message: string) => void issues.push({ column, message });
  const plan: RowPlan = {
    hook: readHook(row.hook, limits, say('hook')),
    items: readMedia(row.media, find, { base, limits }, say('media')),
    track: readTrack(row.track, find, say('track')),
    name: readText(row.name, say('name')),
    lengthSeconds: readLength(row.length, limits, say('length')),
    style: readStyle(row.style, say('style')),
    format: readFormat(row.format, say('format')),
  };
  const [first, ...others] = issues;
  return first ? { ok: false, issues: [first, ...others] } : { ok: true, plan };
}

type Say = (message: string) => void;

function readText(cell: string, say: Say): string {
  const text = cell.trim();
  if (!isMarkedAsText(text) && looksLikeFormula(text)) {
    say(
      `“${shortened(text)}” looks like a formula of a spreadsheet. Write the words that are to be read, or put an apostrophe before it (') if it is meant as it stands.`,
    );
  }
  return withoutTextMark(text);
}

function readHook(cell: string, limits: Limits, say: Say): string {
  const hook = readText(cell, say);
  // Counting takes time, and there are no more characters than code units: with 200 rows each key would be felt.
  const length = hook.length > limits.hookCharacters ? countCharacters(hook) : hook.length;
  if (length > limits.hookCharacters) {
    say(`The hook has ${length} characters; at most ${limits.hookCharacters} are allowed. Shorten it.`);
  }
  return hook;
}

function readMedia(
  cell: string,
  find: FileFinder,
  { base, limits }: { readonly base: Project | null; readonly limits: Limits },
  say: Say,
): AssetId[] {
  const names = mediaNames(cell);
  if (names.length === 0 && (base?.items.length ?? 0) === 0) {
    say(`Name at least one photo or clip; several with ${MEDIA_SEPARATOR} between them: a.jpg${MEDIA_SEPARATOR}b.jpg`);
  }
  if (new Set(names).size > limits.items) {
    say(`${names.length} photos and clips are named; a video holds at most ${limits.items}. Leave some out.`);
  }
  return names.flatMap((name) => {
    const file = find(name);
    if (typeof file === 'string') say(file);
    else if (file.kind === 'audio') say(`“${name}” is a sound file; photos and clips are needed here.`);
    else return [file.assetId];
    return [];
  });
}

function readTrack(cell: string, find: FileFinder, say: Say): AssetId | null {
  const name = cell.trim();
  if (name === '') return null;
  const file = find(name);
  if (typeof file === 'string') say(file);
  else if (file.kind !== 'audio')
    say(`“${name}” is no sound file; a track is needed here (MP3, WAV, M4A, OGG or FLAC).`);
  else return file.assetId;
  return null;
}

/** Seconds, with a point or a comma. */
function readLength(cell: string, { shortestSeconds, longestSeconds }: Limits, say: Say): number | null {
  const text = cell.trim().replace(/\s*s(?:ec(?:onds)?)?$/i, '');
  if (text === '') return null;
  const seconds = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (seconds >= shortestSeconds && seconds <= longestSeconds) return seconds;
  say(
    `“${shortened(cell)}” is no length: it has to be ${shortestSeconds} to ${longestSeconds} seconds, such as 15. Leave it empty to follow the music.`,
  );
  return null;
}

function readStyle(cell: string, say: Say): StyleName | null {
  const wanted = cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (wanted === '') return null;
  const style = STYLE_NAMES.find((name) => name === wanted);
  if (!style) say(`There is no style “${shortened(cell)}”. It is one of: ${STYLE_NAMES.join(', ')}.`);
  return style ?? null;
}

/** Spreadsheets take `9:16` for a time, and write `09:16:00`. */
function readFormat(cell: string, say: Say): VideoFormat | null {
  const text = cell.trim();
  if (text === '') return null;
  const sides = /^0?(\d+)\s*[:x/]\s*0?(\d+)(?::00)?$/.exec(text);
  const format = VIDEO_FORMATS.find((name) => sides && name === `${sides[1]}:${sides[2]}`);
  if (!format) say(`There is no format “${shortened(cell)}”. It is one of: ${VIDEO_FORMATS.join(', ')}.`);
  return format ?? null;
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
