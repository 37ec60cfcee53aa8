import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOf } from './caption-clips.ts';
import { CAPTION_LOOKS } from './looks.ts';
import { allSpeakers, type CaptionSpeaker, freshSpeaker, SPEAKER_COLOURS, speakerName } from './speakers.ts';
import type { Cue } from './transcript.ts';

const CUE: Cue = {
  id: 'c1',
  start: 0,
  end: 1,
  words: [{ text: 'gold', start: 0, end: 1, confidence: 1 }],
  lines: [0],
};
const look = CAPTION_LOOKS.classic;
const ANN: CaptionSpeaker = { name: 'Ann', fill: '#7FD1FF' };

describe('a speaker', () => {
  it('colours the words of their captions, and of no others', () => {
    const fillOf = (cue: Cue) => lookOf(cue, { look, speakers: [ANN, { name: 'Bob', fill: null }] }).fill;
    expect(fillOf({ ...CUE, speaker: 'Ann' })).toBe('#7FD1FF');
    expect(fillOf({ ...CUE, speaker: 'Bob' })).toBe(look.fill);
    expect(fillOf({ ...CUE, speaker: 'Zoë' })).toBe(look.fill);
    expect(fillOf(CUE)).toBe(look.fill);
  });

  it('colours a line that has a style of its own, too', () => {
    const styles = new Map([['sign', CAPTION_LOOKS.boxed]]);
    const cue = { ...CUE, style: 'sign', speaker: 'Ann' };
    expect(lookOf(cue, { look, styles, speakers: [ANN] })).toEqual({ ...CAPTION_LOOKS.boxed, fill: '#7FD1FF' });
  });

  it('whom only a file names is known as well', () => {
    const cues = ['Zoë', 'Ann', 'Zoë'].map((speaker) => ({ ...CUE, speaker }));
    expect(allSpeakers([ANN], [CUE, ...cues])).toEqual([ANN, { name: 'Zoë', fill: null }]);
  });

  it('who is new has a name of their own, and a colour of their own while there are any', () => {
    fc.assert(
      fc.property(fc.nat(12), (count) => {
        const all: CaptionSpeaker[] = [];
        for (let n = 0; n < count; n++) all.push(freshSpeaker(all));
        expect(new Set(all.map(({ name }) => name)).size).toBe(count);
        const most = Math.ceil(count / SPEAKER_COLOURS.length);
        for (const colour of SPEAKER_COLOURS) {
          expect(all.filter(({ fill }) => fill === colour).length).toBeLessThanOrEqual(most);
        }
      }),
    );
    expect(freshSpeaker([{ name: 'Speaker 2', fill: null }]).name).toBe('Speaker 3');
  });

  it('has a name on one line', () => {
    expect(speakerName('  Ann \n Lee ')).toBe('Ann Lee');
    expect(() => speakerName(' \n')).toThrow('1 to 40 characters');
    expect(() => speakerName('x'.repeat(41))).toThrow('1 to 40 characters');
  });
});
