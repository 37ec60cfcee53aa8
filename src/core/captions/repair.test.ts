import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDoubtful, repairWords } from './repair.ts';
import type { EnergyCurve } from './sound-evidence.ts';
import type { SpokenWord } from './transcript.ts';

const word = (text: string, start: number, end: number, confidence = 0.9): SpokenWord => ({
  text,
  start,
  end,
  confidence,
});
/** Words of half a second, one after the other. */
const said = (text: string, from = 0): SpokenWord[] =>
  text.split(' ').map((each, index) => word(each, from + index / 2, from + index / 2 + 0.4));
const textOf = (words: readonly SpokenWord[]) => words.map(({ text }) => text).join(' ');
const timesOf = (words: readonly SpokenWord[]) => words.map(({ start, end }) => [start, end]);

/** Loud where a stretch says so, else almost silent. */
function curve(duration: number, ...loud: readonly (readonly [start: number, end: number])[]): EnergyCurve {
  const values = Array.from({ length: duration * 10 }, (_, step) =>
    loud.some(([start, end]) => step / 10 >= start && step / 10 < end) ? 0.1 : 0.0001,
  );
  return { stepSeconds: 0.1, values };
}

/** What a recogniser may say, and worse. */
const wildTime = fc.oneof(fc.double({ min: -5, max: 40 }), fc.integer({ min: 0, max: 8 }), fc.constant(Number.NaN));
const wildWords = fc.array(
  fc.record({
    text: fc.oneof(fc.constantFrom('yes', 'no', ' gold ', '', '[Music]', '金'), fc.string()),
    start: wildTime,
    end: wildTime,
    confidence: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN)),
  }),
  { maxLength: 60 },
);

describe('words that a recogniser heard', () => {
  it('stay as they are where nothing is wrong with them', () => {
    const words = said('the golden hour is here');
    expect(repairWords(words, { duration: 10, energy: curve(10, [0, 3]) })).toEqual(words);
  });

  it('are in order, apart and inside the sound, whatever came in', () => {
    fc.assert(
      fc.property(wildWords, fc.double({ min: 0.001, max: 30, noNaN: true }), (words, duration) => {
        let last = 0;
        for (const { text, start, end, confidence } of repairWords(words, { duration })) {
          expect(text).toMatch(/^[^ \t\r\n]+$/);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(duration);
      }),
      { numRuns: 500 },
    );
  });

  it('are not repaired twice', () => {
    fc.assert(
      fc.property(wildWords, (words) => {
        const once = repairWords(words, { duration: 30 });
        fc.pre(new Set(once.map(({ text }) => text)).size === once.length);
        expect(repairWords(once, { duration: 30 })).toEqual(once);
      }),
    );
  });

  it('share the time between their neighbours where theirs goes backward', () => {
    const words = [word('one', 0, 0.5), word('two', 9, 9.5), word('six', 1, 1.5), word('ten', 2, 2.5)];
    const repaired = repairWords(words, { duration: 20 });
    expect(textOf(repaired)).toBe('one two six ten');
    expect(timesOf(repaired)).toEqual([
      [0, 0.5],
      [0.5, 1],
      [1, 1.5],
      [2, 2.5],
    ]);
  });

  it('get a length where they had none', () => {
    const repaired = repairWords([word('a', 1, 1), word('b', 1, 1), word('c', 1, 1), word('d', 3, 3.5)], {
      duration: 5,
    });
    for (const { start, end } of repaired) expect(end - start).toBeGreaterThan(0.2);
    expect(repaired[3]).toEqual(word('d', 3, 3.5));
  });

  it('are not stretched over a pause', () => {
    expect(timesOf(repairWords([word('so', 1, 9), word('on', 10, 10.4)], { duration: 12 }))[0]).toEqual([1, 3]);
  });

  it('are written once where two windows both heard them', () => {
    const words = [...said('we meet at the', 28), ...said('At the harbour', 29.1)];
    expect(textOf(repairWords(words, { duration: 40 }))).toBe('we meet at the harbour');
  });

  it('are written twice where they were said twice', () => {
    expect(textOf(repairWords(said('no no it is very very good'), { duration: 10 }))).toBe(
      'no no it is very very good',
    );
  });

  it('keep one copy of a phrase that the recogniser looped on', () => {
    const words = said('it ends. Thank you. Thank you. Thank you! thank you and goes on');
    expect(textOf(repairWords(words, { duration: 20 }))).toBe('it ends. Thank you. and goes on');
  });

  it('are dropped on silence, with the marks for sounds that are no words', () => {
    const words = [...said('hello there [Music]'), ...said('Thanks for watching', 10)];
    expect(textOf(repairWords(words, { duration: 20, energy: curve(20, [0, 2]) }))).toBe('hello there');
  });

  it('are all dropped where the whole recording is silent', () => {
    expect(repairWords(said('Thank you'), { duration: 5, energy: curve(5) })).toEqual([]);
  });

  it('are kept where they are softer than the rest but can be heard', () => {
    const energy = curve(10, [0, 2]);
    const values = Array.from(energy.values, (value, step) => (step >= 50 && step < 60 ? 0.004 : value));
    const words = [...said('loud and clear'), word('whisper', 5, 5.8)];
    expect(textOf(repairWords(words, { duration: 10, energy: { ...energy, values } }))).toBe('loud and clear whisper');
  });

  it('are dropped where they were guessed and probably nobody spoke', () => {
    const words = [word('maybe', 1, 1.5, 0.2), word('sure', 31, 31.5, 0.2)];
    const windows = [
      { start: 0, end: 30, noSpeech: 0.9 },
      { start: 30, end: 60, noSpeech: 0.1 },
    ];
    expect(textOf(repairWords(words, { duration: 60, windows }))).toBe('sure');
    expect(textOf(repairWords([word('certain', 1, 1.5, 0.95)], { duration: 60, windows }))).toBe('certain');
  });

  it('are kept and marked where they are unsure', () => {
    const words = [word('gold', 0, 0.4, 0.3), word('hour', 0.5, 1, 0.9)];
    expect(repairWords(words, { duration: 2 }).map(isDoubtful)).toEqual([true, false]);
  });
});
