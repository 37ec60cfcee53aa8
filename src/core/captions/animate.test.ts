import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawfulCues } from '../fixtures/cues.ts';
import { boxOpacity, spokenWord, wordStates } from './animate.ts';
import { captionClips } from './caption-clips.ts';
import { CAPTION_LOOK_NAMES, CAPTION_LOOKS, type CaptionLookName } from './looks.ts';
import type { Cue } from './transcript.ts';

const CUE: Cue = {
  id: 'c1',
  start: 1,
  end: 3,
  words: ['gold', 'en', 'hour'].map((text, index) => ({
    text,
    start: 1 + index / 2,
    end: 1.4 + index / 2,
    confidence: 1,
  })),
  lines: [0],
};

const at = (name: CaptionLookName, time: number) => wordStates(CUE, CAPTION_LOOKS[name], time);

describe('the looks of captions', () => {
  it('have a state for each word at each time, and show nothing before and after the cue', () => {
    fc.assert(
      fc.property(
        lawfulCues({ ticksPerSecond: 100, emphasis: true }),
        fc.constantFrom(...CAPTION_LOOK_NAMES),
        fc.double({ min: -1, max: 60, noNaN: true }),
        (cues, name, time) => {
          for (const cue of cues) {
            const look = CAPTION_LOOKS[name];
            const states = wordStates(cue, look, time);
            const isOn = time >= cue.start && time < cue.end;
            expect(states).toHaveLength(cue.words.length);
            for (const { opacity, scale } of states) {
              expect(opacity >= 0 && opacity <= 1).toBe(true);
              expect(scale > 0 && scale < 1.2).toBe(true);
              if (!isOn) expect(opacity).toBe(0);
            }
            if (!isOn) expect(boxOpacity(cue, look, time)).toBe(0);
          }
        },
      ),
    );
  });

  it('are all there whole in the end, before they fade', () => {
    for (const name of CAPTION_LOOK_NAMES) {
      for (const state of at(name, 2.7)) expect(state).toMatchObject({ opacity: 1, scale: 1, visibleCharacters: null });
    }
  });

  it('colour the word that is spoken, until the next one is', () => {
    const { accent, fill } = CAPTION_LOOKS.karaoke;
    expect(at('karaoke', 1.45).map(({ colour }) => colour)).toEqual([accent, fill, fill]);
    expect(at('karaoke', 1.5).map(({ colour }) => colour)).toEqual([fill, accent, fill]);
    expect(spokenWord({ ...CUE, words: CUE.words.slice(1) }, 1)).toBe(-1);
  });

  it('bring words one by one as they are spoken, each a little too large before it rests', () => {
    expect(at('pop', 1.3).map(({ opacity }) => opacity)).toEqual([1, 0, 0]);
    const scales = [1.5, 1.55, 1.6, 1.65, 1.7].map((time) => at('pop', time)[1]?.scale ?? 0);
    expect(scales[0]).toBeCloseTo(0.5);
    expect(Math.max(...scales)).toBeGreaterThan(1);
    expect(scales.at(-1)).toBe(1);
  });

  it('type letters while their word is spoken', () => {
    expect(at('typewriter', 1.15).map(({ visibleCharacters }) => visibleCharacters)).toEqual([2, 0, 0]);
    expect(at('typewriter', 1.95).map(({ visibleCharacters }) => visibleCharacters)).toEqual([null, null, 0]);
  });

  it('fade in and out', () => {
    expect(at('luxury-gold', 1.125)[0]?.opacity).toBeCloseTo(0.5);
    expect(at('luxury-gold', 2.875)[0]?.opacity).toBeCloseTo(0.5);
  });

  it("keep a word's own colour", () => {
    const words = CUE.words.map((word) => ({ ...word, emphasis: { colour: '#FF0000' } }));
    expect(wordStates({ ...CUE, words }, CAPTION_LOOKS.classic, 2)[0]?.colour).toBe('#FF0000');
  });
});

describe('captions on a timeline', () => {
  const rate = { numerator: 30000, denominator: 1001 };
  const styling = { look: CAPTION_LOOKS.classic };

  it('are on in exactly the frames whose time lies in the cue', () => {
    fc.assert(
      fc.property(lawfulCues({ ticksPerSecond: 1000, emphasis: false }), (cues) => {
        const clips = captionClips(cues, styling, rate, 900);
        for (let frame = 0; frame < 900; frame += 7) {
          const time = (frame * 1001) / 30000;
          const expected = cues.filter(({ start, end }) => time >= start && time < end).map(({ id }) => id);
          const on = clips.filter(({ start, durationFrames }) => frame >= start && frame < start + durationFrames);
          expect(on.map(({ cue }) => cue.id)).toEqual(expected);
        }
      }),
    );
  });

  it('have the look of their own style', () => {
    const styles = new Map([['loud', CAPTION_LOOKS.pop]]);
    const [clip, other] = captionClips(
      [
        { ...CUE, style: 'loud' },
        { ...CUE, start: 3, end: 4 },
      ],
      { ...styling, styles },
      rate,
      900,
    );
    expect(clip?.look).toBe(CAPTION_LOOKS.pop);
    expect(other?.look).toBe(CAPTION_LOOKS.classic);
  });
});
