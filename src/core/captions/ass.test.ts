import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dressed, refuses, withoutWordTimes } from '../fixtures/caption-files.ts';
import { lawfulCues } from '../fixtures/cues.ts';
import { parseAss, writeAss } from './ass.ts';
import { assHeadOf, styledBySpeaker } from './ass-look.ts';
import { CAPTION_LOOKS } from './looks.ts';
import type { Cue } from './transcript.ts';

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
