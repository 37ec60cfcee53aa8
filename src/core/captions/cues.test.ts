import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenCueLaw } from './cue-laws.ts';
import { cueText } from './cue-text.ts';
import { type CueRules, cuesOf, SUBTITLE_CUES, WORD_CUES } from './cues.ts';
import { repairWords } from './repair.ts';
import type { SpokenWord } from './transcript.ts';

/** Four words a second, with a pause of a second at each `|`. */
function said(text: string): SpokenWord[] {
  let time = 0;
  return text.split(' ').flatMap((each) => {
    if (each === '|') {
      time += 1;
      return [];
    }
    time += 0.25;
    return [{ text: each, start: time - 0.25, end: time - 0.05, confidence: 1 }];
  });
}

const captions = (text: string, rules: CueRules = WORD_CUES, duration = 100) =>
  cuesOf({ language: 'en', words: said(text) }, rules, duration);
const texts = (text: string, rules?: CueRules) => captions(text, rules).map(cueText);

const wildRules: fc.Arbitrary<CueRules> = fc.record({
  line: fc.record({ by: fc.constantFrom('words', 'characters'), most: fc.integer({ min: 1, max: 50 }) }),
  lines: fc.integer({ min: 1, max: 3 }),
  splitSentences: fc.boolean(),
  pauseSeconds: fc.double({ min: 0, max: 2, noNaN: true }),
  shortestSeconds: fc.double({ min: 0, max: 2, noNaN: true }),
  longestSeconds: fc.double({ min: 0.1, max: 8, noNaN: true }),
  charactersPerSecond: fc.integer({ min: 5, max: 40 }),
  gapSeconds: fc.double({ min: 0, max: 1, noNaN: true }),
});
const wildWords = fc.array(
  fc.record({
    text: fc.constantFrom('gold', 'hour,', 'now.', '金色', '時間。', 'a', 'extraordinarily', '✨'),
    start: fc.oneof(fc.double({ min: -1, max: 35, noNaN: true }), fc.integer({ min: 0, max: 5 })),
    end: fc.double({ min: -1, max: 35, noNaN: true }),
    confidence: fc.constant(1),
  }),
  { maxLength: 60 },
);

describe('captions of a transcript', () => {
  it('have each word in exactly one cue, in order, apart and inside the video', () => {
    fc.assert(
      fc.property(wildWords, wildRules, fc.double({ min: 0.1, max: 30, noNaN: true }), (words, rules, duration) => {
        const cues = cuesOf({ language: 'en', words }, rules, duration);
        expect(brokenCueLaw(cues, duration)).toBeNull();
        expect(cues.flatMap((cue) => cue.words).map(({ text }) => text)).toEqual(words.map(({ text }) => text));
      }),
      { numRuns: 500 },
    );
  });

  it('keep the times of words that need no repair', () => {
    fc.assert(
      fc.property(wildWords, wildRules, (words, rules) => {
        const repaired = repairWords(words, { duration: 40 });
        const cues = cuesOf({ language: 'en', words: repaired }, rules, 40);
        const times = ({ start, end }: SpokenWord) => [start, end];
        expect(cues.flatMap((cue) => cue.words).map(times)).toEqual(repaired.map(times));
      }),
    );
  });

  it('leave no gap that flickers, and stay to be read where there is time', () => {
    fc.assert(
      fc.property(wildWords, wildRules, (words, rules) => {
        const cues = cuesOf({ language: 'en', words }, rules, 40);
        cues.forEach((cue, index) => {
          const next = cues[index + 1]?.start ?? 40;
          const gap = next - cue.end;
          if (index < cues.length - 1) expect(gap === 0 || gap >= rules.gapSeconds).toBe(true);
          const shortest = Math.min(rules.shortestSeconds, next - cue.start);
          expect(cue.end - cue.start).toBeGreaterThanOrEqual(shortest - 1e-9);
        });
      }),
    );
  });

  it('have three words a line by default', () => {
    expect(texts('you will never see this hour again')).toEqual(['you will never', 'see this hour', 'again']);
  });

  it('begin anew with a sentence and after a pause', () => {
    expect(texts('we wait here now. It is gold and | so quiet')).toEqual([
      'we wait here',
      'now.\nIt is gold',
      'and',
      'so quiet',
    ]);
  });

  it('do not take a title or an initial for the end of a sentence', () => {
    expect(texts('ask Dr. Gold')).toEqual(['ask Dr. Gold']);
  });

  it('put a word that would be gone at once on a line with its neighbour', () => {
    expect(texts('Yes. I do think so')).toEqual(['Yes.\nI do think', 'so']);
  });

  it('fill lines by characters, break after commas and share words evenly', () => {
    const rules: CueRules = { ...SUBTITLE_CUES, line: { by: 'characters', most: 20 } };
    expect(texts('when the sun goes down behind the hills, we all go home', rules)).toEqual([
      'when the sun goes\ndown behind the',
      'hills, we\nall go home',
    ]);
    expect(texts('a long road, and a short one home to bed', { ...rules, lines: 1, shortestSeconds: 0.5 })).toEqual([
      'a long road,',
      'and a short one home',
      'to bed',
    ]);
  });

  it('write Chinese without spaces', () => {
    const words = ['我们', '喜欢', '黄金'].map((text, index) => ({
      text,
      start: index,
      end: index + 1,
      confidence: 1,
    }));
    expect(cuesOf({ language: 'zh', words }, WORD_CUES, 9).map(cueText)).toEqual(['我们喜欢黄金']);
  });

  it('are none where nothing was said', () => {
    expect(cuesOf({ language: 'en', words: [] }, WORD_CUES, 0)).toEqual([]);
  });

  it('stay on until the next where it follows soon, and go when a pause begins', () => {
    const [first, second, third] = captions('one two three four five six | seven');
    expect(first?.end).toBe(second?.start);
    expect(third?.start).toBe(2.5);
    expect(second?.end).toBeLessThan(1.6);
  });
});
