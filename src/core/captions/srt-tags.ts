import { hexColour } from './colours.ts';
import { fileError } from './file-error.ts';
import type { Line } from './file-lines.ts';
import { emphasisOf, type MarkedRun, type TextWriter } from './marked-text.ts';

/** The tags of SRT files. Anything else in angle brackets is text, as players show it. */

/** Invisible, and never parts a word (Unicode: word joiner): stands where text would otherwise be read as a tag. */
const GUARD = '\u2060';
const TAG = /<(\/?)(b|i|u|font)((?:\s[^<>]*=[^<>]*)?)>/gi;
const COLOUR = /^\s+color\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))\s*$/i;

interface OpenTag {
  readonly name: string;
  readonly colour?: string;
  readonly line: number;
}

export function srtRuns(lines: readonly Line[]): MarkedRun[] {
  const runs: MarkedRun[] = [];
  const open: OpenTag[] = [];
  lines.forEach((line, index) => {
    if (index > 0) runs.push({ text: '\n' });
    if (/-->/.test(line.text)) {
      const rule = 'an empty line stands between two captions';
      throw fileError('SRT', line.number, rule, 'Put one before the number of this caption.', line.text);
    }
    let last = 0;
    for (const match of line.text.matchAll(TAG)) {
      runs.push(runOf(line.text.slice(last, match.index), open));
      last = match.index + match[0].length;
      const [tag, slash, name = '', attributes = ''] = match;
      if (slash) close(open, name.toLowerCase(), tag, line.number);
      else open.push(opened(name.toLowerCase(), attributes, tag, line.number));
    }
    runs.push(runOf(line.text.slice(last), open));
  });
  const [left] = open;
  if (left) throw fileError('SRT', left.line, `<${left.name}> is closed in its caption`, `Add </${left.name}>.`);
  return runs;
}

export const SRT_WRITER: TextWriter = {
  lineEnd: '\n',
  escape: (text) =>
    text
      .replace(/<(?=\/?(?:b|i|u|font)\b)/gi, `<${GUARD}`)
      .replace(/--(?=>)/g, `--${GUARD}`)
      .replace(/\{(?=\\an)/g, `{${GUARD}`),
  tags({ emphasis = {} }) {
    const { colour, bold, italic, underline } = emphasis;
    return {
      open: `${colour ? `<font color="${colour}">` : ''}${bold ? '<b>' : ''}${italic ? '<i>' : ''}${underline ? '<u>' : ''}`,
      close: `${underline ? '</u>' : ''}${italic ? '</i>' : ''}${bold ? '</b>' : ''}${colour ? '</font>' : ''}`,
    };
  },
};

function runOf(text: string, open: readonly OpenTag[]): MarkedRun {
  const has = (name: string) => (open.some((tag) => tag.name === name) ? true : undefined);
  const emphasis = emphasisOf({
    bold: has('b'),
    italic: has('i'),
    underline: has('u'),
    colour: open.findLast(({ colour }) => colour)?.colour,
  });
  return { text: text.replaceAll(GUARD, ''), ...(emphasis && { emphasis }) };
}

function opened(name: string, attributes: string, tag: string, line: number): OpenTag {
  if (name !== 'font') {
    if (attributes.trim() === '') return { name, line };
    throw fileError('SRT', line, `<${name}> has no attributes`, `Write <${name}>.`, tag);
  }
  const match = COLOUR.exec(attributes);
  const colour = match && hexColour(match[1] ?? match[2] ?? match[3] ?? '');
  if (colour) return { name, colour, line };
  const rule = '<font> has a colour, as #RRGGBB or an HTML name, and nothing else';
  throw fileError('SRT', line, rule, 'Write <font color="#FFD700">, or take the tag out.', tag);
}

function close(open: OpenTag[], name: string, tag: string, line: number): void {
  const last = open.pop();
  if (last?.name === name) return;
  const rule = last ? `<${last.name}> closes before what is around it` : `${tag} closes a tag that is open`;
  throw fileError('SRT', line, rule, 'Open and close tags in pairs.', tag);
}
