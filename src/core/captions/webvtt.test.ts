import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dressed, refuses, withoutWordTimes } from '../fixtures/caption-files.ts';
import { lawfulCues } from '../fixtures/cues.ts';
import { parseWebVtt, writeWebVtt } from './webvtt.ts';

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
