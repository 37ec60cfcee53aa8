import { fileError } from './file-error.ts';
import type { Line } from './file-lines.ts';
import type { Anchor, Cue, Placement } from './transcript.ts';

/** Where a WebVTT cue stands: its settings, and regions. */

const PERCENTAGE = String.raw`(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%`;
const SETTINGS: Readonly<Record<string, { readonly pattern: RegExp; readonly example: string }>> = {
  vertical: { pattern: /^(?:rl|lr)$/, example: 'vertical:rl' },
  line: { pattern: new RegExp(`^(?:-?\\d+|${PERCENTAGE})(?:,(?:start|center|end))?$`), example: 'line:90%' },
  position: {
    pattern: new RegExp(`^${PERCENTAGE}(?:,(?:line-left|center|line-right))?$`),
    example: 'position:50%,center',
  },
  size: { pattern: new RegExp(`^${PERCENTAGE}$`), example: 'size:80%' },
  align: { pattern: /^(?:start|center|end|left|right)$/, example: 'align:left' },
  region: { pattern: /^\S+$/, example: 'region:top' },
};

const REGION: Readonly<Record<string, RegExp>> = {
  id: /^(?!.*-->)\S+$/,
  width: new RegExp(`^${PERCENTAGE}$`),
  lines: /^\d+$/,
  regionanchor: new RegExp(`^${PERCENTAGE},${PERCENTAGE}$`),
  viewportanchor: new RegExp(`^${PERCENTAGE},${PERCENTAGE}$`),
  scroll: /^up$/,
};

/** @returns the settings as they are written back. @throws StudioError `file-damaged` */
export function checkSettings(settings: string, { number, text }: Line, regions: ReadonlySet<string>): string {
  const found = new Set<string>();
  const parts = settings.split(/[ \t]+/).filter((part) => part !== '');
  for (const part of parts) {
    const colon = part.indexOf(':');
    const [name, value] = [part.slice(0, Math.max(0, colon)), part.slice(colon + 1)];
    const setting = SETTINGS[name];
    if (!setting) {
      const rule = `settings are ${Object.keys(SETTINGS).join(', ')}`;
      throw fileError('WebVTT', number, rule, 'Correct or take out this setting.', part);
    }
    if (!setting.pattern.test(value)) {
      const rule = `“${name}” is written like “${setting.example}”`;
      throw fileError('WebVTT', number, rule, 'Correct or take out this setting.', part);
    }
    if (found.has(name)) throw fileError('WebVTT', number, `“${name}” is set once`, 'Take one of them out.', text);
    if (name === 'region' && !regions.has(value)) {
      const rule = 'a region is declared in a REGION block at the top';
      throw fileError('WebVTT', number, rule, 'Declare it, or take out this setting.', part);
    }
    found.add(name);
  }
  return parts.join(' ');
}

/** @returns the region's id. @throws StudioError `file-damaged` */
export function checkRegion([first, ...block]: readonly Line[]): string {
  let id: string | null = null;
  for (const { text, number } of block) {
    for (const part of text.split(/[ \t]+/).filter((each) => each !== '')) {
      const colon = part.indexOf(':');
      const [name, value] = [part.slice(0, Math.max(0, colon)), part.slice(colon + 1)];
      if (!REGION[name]?.test(value)) {
        const rule = `a region has ${Object.keys(REGION).join(', ')}, each with a colon and its value`;
        throw fileError('WebVTT', number, rule, 'Correct or take out this setting.', part);
      }
      if (name === 'id') id = value;
    }
  }
  if (id !== null) return id;
  throw fileError('WebVTT', first?.number ?? 1, 'a region has an id', 'Add a line like “id:top”.');
}

/** What a cue keeps of its settings: the place that is drawn, and what only WebVTT can say. */
export function placementOf(settings: string): Pick<Cue, 'placement' | 'kept'> {
  if (settings === '') return {};
  const placement = drawnPlace(settings);
  if (placement && settingsFor(placement) === settings) return { placement };
  return { ...(placement && { placement }), kept: { webvtt: settings } };
}

export function settingsOf({ placement, kept }: Cue): string {
  if (kept?.webvtt !== undefined) return kept.webvtt;
  return placement ? settingsFor(placement) : '';
}

const ROWS: readonly string[] = ['end', 'center', 'start'];
const COLUMNS: readonly string[] = ['left', 'center', 'right'];
const SIDES: readonly string[] = ['line-left', 'center', 'line-right'];

function settingsFor({ anchor, point }: Placement): string {
  const [row, column] = [Math.floor((anchor - 1) / 3), (anchor - 1) % 3];
  const align = `align:${COLUMNS[column]}`;
  if (point) return `line:${percent(point.y)},${ROWS[row]} position:${percent(point.x)},${SIDES[column]} ${align}`;
  const line = ['line:-1', 'line:50%,center', 'line:0'][row];
  return `${line} ${align}`;
}

/** In percent with four digits behind the point: a hundredth of a pixel of the largest screens. */
function percent(fraction: number): string {
  return `${Math.round(Math.min(1, Math.max(0, fraction)) * 1e6) / 1e4}%`;
}

const POINT = /^line:([\d.]+)%,(start|center|end) position:([\d.]+)%,(line-left|center|line-right) align:/;

/** As near as the studio draws it. */
function drawnPlace(settings: string): Placement | undefined {
  const exact = POINT.exec(settings);
  if (exact) {
    const [, y, row, x, side] = exact;
    const anchor = anchorAt(ROWS.indexOf(row ?? ''), SIDES.indexOf(side ?? ''));
    return { anchor, point: { x: Math.round(Number(x) * 1e4) / 1e6, y: Math.round(Number(y) * 1e4) / 1e6 } };
  }
  const line = /(?:^| )line:(-?[\d.]+)(%?)/.exec(settings);
  const align = /(?:^| )align:(\w+)/.exec(settings)?.[1] ?? 'center';
  if (!line && align === 'center') return undefined;
  const column = align === 'left' || align === 'start' ? 0 : align === 'center' ? 1 : 2;
  return { anchor: anchorAt(line ? rowOf(Number(line[1]), line[2] === '%') : 0, column) };
}

function rowOf(value: number, isPercentage: boolean): number {
  if (!isPercentage) return value < 0 ? 0 : 2;
  if (value < 100 / 3) return 2;
  return value < 200 / 3 ? 1 : 0;
}

function anchorAt(row: number, column: number): Anchor {
  return (row * 3 + column + 1) as Anchor;
}
