import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../errors.ts';
import { lawfulCues } from '../fixtures/cues.ts';
import { parseAss, writeAss } from './ass.ts';
import { assHeadOf, styledBySpeaker } from './ass-look.ts';
import { linesOf } from './cue-text.ts';
import { encodingOf } from './file-lines.ts';
import { CAPTION_LOOKS } from './looks.ts';
import { parseSrt, writeSrt } from './srt.ts';
import type { Anchor, Cue, CueWord } from './transcript.ts';
import { parseWebVtt, writeWebVtt } from './webvtt.ts';
import { timedWords } from './word-times.ts';

/** Joined words of one look are one word where the file does not say when each is spoken. */
function withoutWordTimes(cue: Cue): Cue {
  const lines: number[] = [];
  const words: CueWord[] = [];
  for (const line of linesOf(cue)) {
    lines.push(words.length);
    line.forEach((word, index) => {
      const before = words.at(-1);
      const sameLook = JSON.stringify(before?.emphasis) === JSON.stringify(word.emphasis);
      if (index > 0 && before && word.joined && sameLook)
        words[words.length - 1] = { ...before, text: before.text + word.text };
      else words.push(word);
    });
  }
  const untimed = words.map(({ start: _, end: __, ...word }) => word);
  return { ...cue, lines, words: timedWords(untimed, cue.start, cue.end) };
}

const anchor = fc.integer({ min: 1, max: 9 }).map((each) => each as Anchor);
const point = fc.record({ x: fc.nat(1000).map((each) => each / 1000), y: fc.nat(1000).map((each) => each / 1000) });
const speaker = fc.constantFrom('Ann', 'Bob & Co', 'Zoë <1>');

/** Places and speakers for some cues. */
function dressed(cues: fc.Arbitrary<Cue[]>, withPoints: boolean, withSpeakers: boolean): fc.Arbitrary<Cue[]> {
  const dress = fc.record(
    { placement: fc.oneof(fc.record({ anchor }), ...(withPoints ? [fc.record({ anchor, point })] : [])), speaker },
    { requiredKeys: [] },
  );
  return fc.tuple(cues, fc.array(dress, { minLength: 8, maxLength: 8 })).map(([all, dresses]) =>
    all.map((cue, index) => {
      const { placement, speaker: name } = dresses[index] ?? {};
      return { ...cue, ...(placement && { placement }), ...(withSpeakers && name && { speaker: name }) };
    }),
  );
}

const thrown = (action: () => unknown): StudioError => {
  try {
    action();
  } catch (error) {
    if (error instanceof StudioError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
};

/** Each broken file, the line that is named, and words of the rule. */
function refuses(
  parse: (text: string) => unknown,
  cases: readonly (readonly [file: string, line: number, rule: string])[],
) {
  for (const [file, line, rule] of cases) {
    const error = thrown(() => parse(file));
    expect(error.code).toBe('file-damaged');
    expect(error.message).toContain(`in line ${line}: `);
    expect(error.message).toContain(rule);
    expect(error.message).toMatch(/[.!]$/);
  }
}

describe('SRT', () => {
  const EXAMPLE =
    '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}Hello <i>golden</i>\nhour\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n';

  it('loses nothing that it can say', () => {
    const cues = dressed(lawfulCues({ ticksPerSecond: 1000, emphasis: true }), false, false);
    fc.assert(
      fc.property(cues, (written) => {
        expect(parseSrt(writeSrt(written))).toEqual(written.map(withoutWordTimes));
      }),
      { numRuns: 300 },
    );
  });

  it('has no place for who speaks: a name before the words would be read as a word', () => {
    const [cue] = parseSrt(EXAMPLE);
    if (!cue) throw new Error('There is no caption.');
    expect(parseSrt(writeSrt([{ ...cue, speaker: 'Ann' }]))).toEqual([cue]);
    const named = EXAMPLE.replace('Hello', 'Ann: Hello');
    expect(parseSrt(named)[0]?.words[0]?.text).toBe('Ann:');
    expect(parseSrt(named)[0]?.speaker).toBeUndefined();
  });

  it('is written as it was read', () => {
    expect(writeSrt(parseSrt(EXAMPLE))).toBe(EXAMPLE);
  });

  it('is read with a byte order mark, any line ends and numbers with gaps', () => {
    const other = `\ufeff${EXAMPLE.replace('2\n00:00:03', '17\n00:00:03').replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(parseSrt(other)).toEqual(parseSrt(EXAMPLE));
    expect(parseSrt(EXAMPLE.replaceAll('\n', '\r'))).toEqual(parseSrt(EXAMPLE));
  });

  it('keeps what only looks like a tag as text', () => {
    const [cue] = parseSrt('1\n00:00:01,000 --> 00:00:02,000\nif a<b then 2 > 1 & {x}\n');
    expect(cue?.words.map(({ text }) => text)).toEqual(['if', 'a<b', 'then', '2', '>', '1', '&', '{x}']);
  });

  it('names the line and the rule where it is broken', () => {
    const times = '00:00:01,000 --> 00:00:02,000';
    refuses(parseSrt, [
      ['', 1, 'at least one caption'],
      ['Hello\n', 1, 'begins with its number'],
      [`1\n${times}\nHi\n\n${times}\nHi\n`, 5, 'begins with its number'],
      ['1\n', 2, 'times of the caption follow'],
      ['1\n00:00:01.000 --> 00:00:02.000\nHi\n', 2, 'times are written like'],
      ['1\n00:00:01,000 -> 00:00:02,000\nHi\n', 2, 'times are written like'],
      ['\n\n1\n00:61:01,000 --> 00:62:02,000\nHi\n', 4, 'at most 59'],
      ['1\n00:00:02,000 --> 00:00:02,000\nHi\n', 2, 'ends after it starts'],
      [`1\n${times}\nHi\n\n2\n00:00:00,500 --> 00:00:02,000\nHi\n`, 6, 'in order of time'],
      [`1\n${times} X1:10 X2:20 Y1:5 Y2:9\nHi\n`, 2, 'pixels'],
      [`1\n${times}\n\n2\n${times}\nHi\n`, 3, 'has text'],
      [`1\n${times}\n<i></i>\n`, 3, 'has text'],
      [`1\n${times}\n<i>Hi\n`, 3, 'is closed in its caption'],
      [`1\n${times}\nHi</b>\n`, 3, 'closes a tag that is open'],
      [`1\n${times}\n<b><i>Hi</b></i>\n`, 3, 'closes before what is around it'],
      [`1\n${times}\n<font face="x">Hi</font>\n`, 3, 'has a colour'],
      [`1\n${times}\n<i class="x">Hi</i>\n`, 3, 'no attributes'],
      [`1\n${times}\nHi\n2\n${times}\nHi\n`, 5, 'an empty line stands between'],
      [`1\n${times}\nCaf\ufffd\n`, 3, 'another encoding'],
      [`1\0\n\0`, 1, 'UTF-16'],
    ]);
  });
});

describe('WebVTT', () => {
  const EXAMPLE = `WEBVTT Golden hour
Kind: captions

REGION
id:top
lines:2
viewportanchor:10%,10%

STYLE
::cue { color: gold }

NOTE made by hand

intro
00:00:01.000 --> 00:00:02.500 region:top align:left
<v Ann>Hello <00:00:01.400><c.loud><i>golden</i></c>
<00:00:01.800>hour<00:00:02.000> <00:00:02.100>&amp; <00:00:02.200>&lt;all&gt;

NOTE between

c2
00:00:03.000 --> 00:00:05.000
Bye <00:00:03.500>bye<00:00:04.000> <00:00:04.500>now
`;

  it('loses nothing that it can say', () => {
    const cues = dressed(lawfulCues({ ticksPerSecond: 1000, emphasis: true }), true, true);
    fc.assert(
      fc.property(cues, (written) => {
        expect(parseWebVtt(writeWebVtt(written, { wordTimes: true })).cues).toEqual(written);
        expect(parseWebVtt(writeWebVtt(written)).cues).toEqual(written.map(withoutWordTimes));
      }),
      { numRuns: 300 },
    );
  });

  it('is written as it was read, with regions, styles and notes', () => {
    const file = parseWebVtt(EXAMPLE);
    expect(writeWebVtt(file.cues, { ...file, wordTimes: true })).toBe(EXAMPLE);
  });

  it('says the colours of speakers in a style sheet, and reads who speaks back', () => {
    const { cues, blocks } = parseWebVtt(EXAMPLE);
    const written = writeWebVtt(cues, { blocks, wordTimes: true, speakers: [{ name: 'Ann', fill: '#FF0000' }] });
    expect(written).toContain('STYLE\n::cue(v[voice="Ann"]) { color: #FF0000; }\n');
    expect(parseWebVtt(written).cues).toEqual(cues);
    const none = [
      { name: 'Bob', fill: null },
      { name: 'a --> b', fill: '#FF0000' },
    ];
    expect(writeWebVtt(cues, { speakers: none })).toBe(writeWebVtt(cues));
  });

  it('keeps the times of words', () => {
    const [, bye] = parseWebVtt(EXAMPLE).cues;
    expect(bye?.words.map(({ start, end }) => [start, end])).toEqual([
      [3, 3.5],
      [3.5, 4],
      [4.5, 5],
    ]);
  });

  it('names a caption that has no identifier', () => {
    const { cues } = parseWebVtt(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n\nc3\n00:03.000 --> 00:04.000\nHo\n\n00:05.000 --> 00:06.000\nHu\n',
    );
    expect(cues.map(({ id }) => id)).toEqual(['c1', 'c3', 'c4']);
    expect(cues[0]?.start).toBe(1);
  });

  it('names the line and the rule where it is broken', () => {
    const head = 'WEBVTT\n\n';
    const times = '00:01.000 --> 00:02.000';
    refuses(parseWebVtt, [
      ['', 1, 'begins with the word WEBVTT'],
      [`1\n${times}\nHi\n`, 1, 'begins with the word WEBVTT'],
      [`WEBVTTX\n\n${times}\nHi\n`, 1, 'begins with the word WEBVTT'],
      [`WEBVTT\n${times}\nHi\n`, 2, 'an empty line follows the head'],
      [`${head}Hi\n`, 4, 'has a line of times'],
      [`${head}00:01,000 --> 00:02,000\nHi\n`, 3, 'times are written like'],
      [`${head}1:00:01.000 --> 1:00:02.000\nHi\n`, 3, 'times are written like'],
      [`${head}00:61.000 --> 00:62.000\nHi\n`, 3, 'at most 59'],
      [`${head}00:02.000 --> 00:01.000\nHi\n`, 3, 'ends after it starts'],
      [`${head}${times}\nHi\n\n00:00.500 --> 00:02.000\nHi\n`, 6, 'in order of time'],
      [`${head}a\n${times}\nHi\n\na\n00:03.000 --> 00:04.000\nHi\n`, 7, 'identifier of its own'],
      [`${head}${times} colour:red\nHi\n`, 3, 'settings are'],
      [`${head}${times} line:120%\nHi\n`, 3, '“line” is written like'],
      [`${head}${times} align:left align:right\nHi\n`, 3, 'is set once'],
      [`${head}${times} region:top\nHi\n`, 3, 'declared in a REGION block'],
      [`${head}REGION\nlines:3\n\n${times}\nHi\n`, 3, 'a region has an id'],
      [`${head}REGION\nid:a\nwidth:200%\n\n${times}\nHi\n`, 5, 'a region has'],
      [`${head}${times}\nHi\n\nSTYLE\n::cue {}\n`, 6, 'before the first caption'],
      [`${head}NOTE a\n${times}\nHi\n`, 4, 'holds no “-->”'],
      [`${head}${times}\n`, 4, 'has text'],
      [`${head}${times}\n<b>Hi\n`, 4, 'is closed in its caption'],
      [`${head}${times}\nHi</b>\n`, 4, 'closes a tag that is open'],
      [`${head}${times}\n<ruby>Hi</ruby>\n`, 4, 'tags are'],
      [`${head}${times}\na < b\n`, 4, 'is written “&lt;”'],
      [`${head}${times}\nyou & me\n`, 4, 'is written “&amp;”'],
      [`${head}${times}\nyou <00:05.000>me\n`, 4, 'rise, inside the times'],
      [`${head}${times}\nyou <00:01.500>and <00:01.200>me\n`, 4, 'rise, inside the times'],
      [`${head}${times}\n<v Ann>Hi <v Bob>Ho\n`, 4, 'one speaker'],
      [`${head}${times}\n<v>Hi\n`, 4, 'names who speaks'],
      [`${head}${times}\nHi\n00:03.000 --> 00:04.000\nHo\n`, 5, 'an empty line stands between'],
    ]);
  });
});

describe('ASS', () => {
  const HEAD =
    '[Script Info]\n; a remark\nScriptType: v4.00+\nPlayResX: 1000\nPlayResY: 500\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Inter\nStyle: Sign,Inter';
  const FORMAT = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
  const EXAMPLE = `${HEAD}

[Events]
${FORMAT}
Comment: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,later, perhaps
Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ann,0,0,0,,{\\k50}Hello {\\kf70}{\\b1\\c&H37AFD4&}golden{\\b0\\c}\\N{\\k30}hour
Dialogue: 3,0:00:03.00,0:00:04.00,Sign,,10,0,20,Banner,{\\an7\\pos(250,125)}{\\fad(200,200)}{\\k100}On\\h\\{air\\}

[Fonts]
fontname: x.ttf
`;

  it('loses nothing that it can say', () => {
    const cues = dressed(lawfulCues({ ticksPerSecond: 100, emphasis: true }), true, false);
    fc.assert(
      fc.property(cues, (written) => {
        expect(parseAss(writeAss(written, { wordTimes: true, head: HEAD })).cues).toEqual(written);
        expect(parseAss(writeAss(written, { head: HEAD })).cues).toEqual(written.map(withoutWordTimes));
      }),
      { numRuns: 300 },
    );
  });

  it('is written as it was read, with comments, styles, layers and what is not drawn', () => {
    const file = parseAss(EXAMPLE);
    expect(writeAss(file.cues, { ...file, wordTimes: true })).toBe(EXAMPLE);
  });

  it('gives words their times, looks and places', () => {
    const [hello, sign] = parseAss(EXAMPLE).cues;
    expect(hello?.words.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['Hello', 1, 1.5],
      ['golden', 1.5, 2.2],
      ['hour', 2.2, 2.5],
    ]);
    expect(hello?.words[1]?.emphasis).toEqual({ bold: true, colour: '#D4AF37' });
    expect(hello?.speaker).toBe('Ann');
    expect(sign?.placement).toEqual({ anchor: 7, point: { x: 0.25, y: 0.25 } });
    expect(sign?.style).toBe('Sign');
  });

  it('declares the styles that captions name', () => {
    const [cue] = parseAss(EXAMPLE).cues;
    const written = writeAss([{ ...(cue as Cue), style: 'gold' }]);
    expect(written).toMatch(/^Style: gold,Inter,64,/m);
    expect(parseAss(written).cues[0]?.style).toBe('gold');
  });

  it('gives each speaker a style in their colour, and keeps who speaks', () => {
    const speaker = fc.constantFrom('Ann', 'Bob & Co', 'Zoë <1>', 'Default', '*Star');
    const fill = fc.option(fc.constantFrom('#FF0000', '#123ABC'));
    const speakers = fc.uniqueArray(fc.record({ name: speaker, fill }), { selector: ({ name }) => name });
    const area = { x: 50, y: 50, width: 900, height: 400 };
    fc.assert(
      fc.property(lawfulCues({ ticksPerSecond: 100, emphasis: true }), speakers, (cues, all) => {
        const said = cues.map((cue, index) => ({ ...cue, ...(all[index] && { speaker: all[index].name }) }));
        const head = assHeadOf(CAPTION_LOOKS.classic, { width: 1000, height: 500 }, area, all);
        const written = writeAss(styledBySpeaker(said, all), { head, wordTimes: true });
        const read = parseAss(written).cues;
        expect(read.map(({ style: _, ...cue }) => cue)).toEqual(said);
        expect(read.map(({ style }) => style !== undefined)).toEqual(
          said.map((_, index) => all[index] != null && all[index].fill !== null),
        );
      }),
    );
  });

  it('sorts events by their start', () => {
    const swapped = EXAMPLE.replace('0:00:01.00,0:00:02.50', '0:00:08.00,0:00:09.50');
    expect(parseAss(swapped).cues.map(({ id, start }) => [id, start])).toEqual([
      ['1', 3],
      ['2', 8],
    ]);
  });

  it('names the line and the rule where it is broken', () => {
    const event = (start: string, end: string, text: string, style = 'Default') =>
      `${HEAD}\n\n[Events]\n${FORMAT}\nDialogue: 0,${start},${end},${style},,0,0,0,,${text}\n`;
    const [from, to] = ['0:00:01.00', '0:00:02.00'];
    refuses(parseAss, [
      ['', 1, 'begins with [Script Info]'],
      ['1\n00:00:01,000 --> 00:00:02,000\nHi\n', 1, 'begins with [Script Info]'],
      ['[Script Info]\nScriptType: v4.00\n\n[Events]\n', 2, 'v4.00+'],
      ['[Script Info]\nTitle: x\n\n[Events]\n', 1, 'v4.00+'],
      ['[Script Info]\nScriptType: v4.00+\nPlayResX: wide\n\n[Events]\n', 3, 'whole number of pixels'],
      [`${HEAD}\n`, 11, 'section [Events]'],
      [`${HEAD}\nStyle: x\n\n[Events]\n`, 11, 'a style has the 2 fields'],
      [`${HEAD}\n\n[Events]\nDialogue: 0\n`, 13, '“Format:” stands before'],
      [`${HEAD}\n\n[Events]\nFormat: Start, End, Style\n`, 13, '“Format:” names'],
      [`${HEAD}\n\n[Events]\nFormat: Text, Start, End, Style\n`, 13, 'is the last field'],
      [`${HEAD}\n\n[Events]\nHello\n`, 13, 'begin with'],
      [`${HEAD}\n\n[Events]\n${FORMAT}\nDialogue: 0,${from},${to}\n`, 14, 'has the 10 fields'],
      [event('00:01.00', to, 'Hi'), 14, 'times are written like'],
      [event('0:61:01.00', '0:62:00.00', 'Hi'), 14, 'at most 59'],
      [event(to, from, 'Hi'), 14, 'ends after it starts'],
      [event(from, to, 'Hi', 'Lost'), 14, 'style of an event is declared'],
      [event(from, to, ''), 14, 'has text'],
      [event(from, to, '{\\b1'), 14, 'is closed by “}”'],
      [event(from, to, '{\\p1}m 0 0 l 1 1'), 14, 'not a drawing'],
      [event(from, to, '{\\an12}Hi'), 14, '\\an is 1 to 9'],
      [event(from, to, '{\\k90}Hi {\\k90}ho'), 14, 'end with their caption'],
      [event(from, to, 'Hi').replace(',0,0,0,,', ',x,0,0,,'), 14, 'is a whole number'],
    ]);
  });
});

describe('the encoding of a file', () => {
  it('is what its byte order mark says, or UTF-8', () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe, 0x31, 0))).toBe('utf-16le');
    expect(encodingOf(Uint8Array.of(0xfe, 0xff, 0, 0x31))).toBe('utf-16be');
    expect(encodingOf(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('utf-8');
    expect(encodingOf(Uint8Array.of())).toBe('utf-8');
  });
});
