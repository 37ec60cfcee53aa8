import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dressed, refuses, withoutWordTimes } from '../fixtures/caption-files.ts';
import { lawfulCues } from '../fixtures/cues.ts';
import { parseSrt, writeSrt } from './srt.ts';

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
