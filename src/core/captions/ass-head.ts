import type { Size } from '../geometry.ts';
import { fileError } from './file-error.ts';
import { isBlank, type Line } from './file-lines.ts';

/** What stands before the events of an ASS file: script info and styles. */

export interface AssHead {
  /** Of the picture that places are counted in, in pixels. */
  readonly size: Size;
  readonly styles: ReadonlySet<string>;
}

/** As libass and VSFilter take it where a file says nothing. */
const DEFAULT_SIZE: Size = { width: 384, height: 288 };

/** Columns of the styles, as Aegisub writes them. */
export const STYLE_FIELDS =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, ' +
  'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const DEFAULT_STYLE =
  'Default,Inter,64,&H00FFFFFF,&H0037AFD4,&H00000000,&H80000000,-1,0,0,0,100,100,0,0,1,4,0,2,60,60,120,1';

/** Of a vertical video of 1080x1920: white letters with a black edge, below the middle. */
export const DEFAULT_HEAD = `[Script Info]
ScriptType: v4.00+
PlayResX: 1080
PlayResY: 1920
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: ${STYLE_FIELDS}
Style: ${DEFAULT_STYLE}`;

/** @throws StudioError `file-damaged` */
export function readHead(lines: readonly Line[]): AssHead {
  const sections = sectionsOf(lines);
  const info = sections.get('script info');
  if (!info) {
    const rule = 'an ASS file begins with [Script Info]';
    throw fileError('ASS', 1, rule, 'Choose an ASS file, or rename it to what it is.', lines[0]?.text);
  }
  const version = valueFor(info, 'ScriptType');
  if (version?.value.toLowerCase() !== 'v4.00+') {
    const rule = 'ScriptType is v4.00+';
    const advice = 'Save the file as Advanced SubStation Alpha (.ass).';
    throw fileError('ASS', version?.line.number ?? 1, rule, advice, version?.value);
  }
  const styles = sections.get('v4+ styles') ?? [];
  return { size: sizeOf(info), styles: new Set(styleNames(styles)) };
}

/** The head with every style of `names` declared. */
export function withStyles(head: string, names: ReadonlySet<string>, { styles }: AssHead): string {
  const missing = [...names].filter((name) => !styles.has(name));
  if (missing.length === 0) return head;
  const lines = head.split('\n');
  const isStyle = (line: string) => /^Style:/.test(line);
  const model =
    lines.find((line) => /^Style:\s*Default\s*,/.test(line)) ?? lines.find(isStyle) ?? `Style: ${DEFAULT_STYLE}`;
  const added = missing.map((name) => model.replace(/^Style:\s*[^,]*/, () => `Style: ${name}`));
  const last = lines.findLastIndex(isStyle);
  if (last < 0) return [head, '', '[V4+ Styles]', `Format: ${STYLE_FIELDS}`, ...added].join('\n');
  return [...lines.slice(0, last + 1), ...added, ...lines.slice(last + 1)].join('\n');
}

function sectionsOf(lines: readonly Line[]): Map<string, Line[]> {
  const sections = new Map<string, Line[]>();
  let section: Line[] | null = null;
  for (const line of lines) {
    const name = /^\[([^\]]+)\]\s*$/.exec(line.text)?.[1];
    if (name) {
      section = [];
      sections.set(name.toLowerCase(), section);
    } else if (section) section.push(line);
    else if (!isBlank(line) && !line.text.startsWith(';')) {
      const rule = 'an ASS file begins with [Script Info]';
      throw fileError('ASS', line.number, rule, 'Choose an ASS file, or rename it to what it is.', line.text);
    }
  }
  return sections;
}

function valueFor(lines: readonly Line[], key: string): { value: string; line: Line } | null {
  for (const line of lines) {
    const match = /^([^:;!]+):[ \t]*(.*?)[ \t]*$/.exec(line.text);
    if (match?.[1]?.trim().toLowerCase() === key.toLowerCase()) return { value: match[2] ?? '', line };
  }
  return null;
}

function sizeOf(info: readonly Line[]): Size {
  const side = (key: string) => {
    const found = valueFor(info, key);
    if (!found || found.value === '0') return null;
    if (/^[1-9]\d{0,5}$/.test(found.value)) return Number(found.value);
    throw fileError('ASS', found.line.number, `${key} is a whole number of pixels`, 'Correct it.', found.value);
  };
  const [width, height] = [side('PlayResX'), side('PlayResY')];
  // Where only one is given, the picture is 4:3 (libass).
  if (width && height) return { width, height };
  if (width) return { width, height: Math.round((width * 3) / 4) };
  return height ? { width: Math.round((height * 4) / 3), height } : DEFAULT_SIZE;
}

function styleNames(lines: readonly Line[]): string[] {
  let fields: number | null = null;
  return lines.flatMap((line) => {
    if (isBlank(line) || line.text.startsWith(';')) return [];
    const [, kind, value = ''] = /^(Format|Style):[ \t]*(.*)$/.exec(line.text) ?? [];
    if (kind === 'Format') {
      fields = value.split(',').length;
      return [];
    }
    if (kind !== 'Style' || fields === null) {
      const rule = '[V4+ Styles] holds one “Format:” and then lines of “Style:”';
      throw fileError('ASS', line.number, rule, 'Correct this line.', line.text);
    }
    const cells = value.split(',');
    if (cells.length === fields) return [(cells[0] ?? '').trim().replace(/^\*/, '')];
    const rule = `a style has the ${fields} fields that “Format:” names`;
    throw fileError('ASS', line.number, rule, 'Add or take out fields.', line.text);
  });
}
