import { describe, expect, it } from 'vitest';
import { type SpecialTokens, TokenRules } from './token-rules.ts';

/** Ten words, then the marks, then times. */
const END = 10;
const [EN, DE, TRANSCRIBE, NO_SPEECH, NO_TIMES, TIME] = [12, 13, 14, 15, 16, 17];
const SIZE = TIME + 50;

const TOKENS: SpecialTokens = {
  endOfText: END,
  firstTime: TIME,
  noSpeech: NO_SPEECH,
  noTimes: NO_TIMES,
  languages: new Map([
    ['en', EN],
    ['de', DE],
  ]),
  task: TRANSCRIBE,
  suppressed: [9],
  latestFirstTime: null,
};
const ENGLISH_ONLY: SpecialTokens = { ...TOKENS, languages: new Map(), task: null };

/** Logits of 0, save those that are named. */
function logits(named: Readonly<Record<number, number>> = {}): Float32Array {
  const all = new Float32Array(SIZE);
  for (const [token, value] of Object.entries(named)) all[Number(token)] = value;
  return all;
}

/** What may come after these tokens. */
function allowed(rules: TokenRules, said: readonly number[], named: Readonly<Record<number, number>> = {}): number[] {
  const all = logits(named);
  rules.apply(said, all);
  return [...all.keys()].filter((token) => all[token] !== Number.NEGATIVE_INFINITY);
}

describe('a pass over a window', () => {
  it('begins with the language that was chosen, and the task', () => {
    const rules = new TokenRules(TOKENS, 'de');
    expect(allowed(rules, [], { [EN]: 9 })).toEqual([DE]);
    expect(allowed(rules, [DE])).toEqual([TRANSCRIBE]);
    expect(rules.language).toBe('de');
  });

  it('begins with the language that is heard where none was chosen', () => {
    const rules = new TokenRules(TOKENS, null);
    expect(allowed(rules, [], { [DE]: 3, [EN]: 1 })).toEqual([DE]);
    expect(rules.language).toBe('de');
  });

  it('begins with a time at once where the model knows English only', () => {
    expect(allowed(new TokenRules(ENGLISH_ONLY, null), [])[0]).toBe(TIME);
  });

  it('begins no later than the model says', () => {
    const rules = new TokenRules({ ...ENGLISH_ONLY, latestFirstTime: 3 }, null);
    expect(allowed(rules, [])).toEqual([TIME, TIME + 1, TIME + 2, TIME + 3]);
  });

  it('tells how likely it is that nobody speaks', () => {
    const rules = new TokenRules(TOKENS, 'en');
    rules.apply([], logits({ [NO_SPEECH]: 20 }));
    expect(rules.noSpeech).toBeGreaterThan(0.99);
  });

  it('says text after a time, never what is suppressed', () => {
    const after = allowed(new TokenRules(ENGLISH_ONLY, null), [TIME], { 3: 9 });
    expect(after).toContain(3);
    expect(after).not.toContain(9);
    expect(after.filter((token) => token >= TIME || token === NO_TIMES)).toEqual([]);
  });

  it('follows a time that ends by a time or the end', () => {
    const after = allowed(new TokenRules(ENGLISH_ONLY, null), [TIME, 3, TIME + 8], { [END]: 9 });
    expect(after).toContain(END);
    expect(after.filter((token) => token < END)).toEqual([]);
    expect(after.filter((token) => token >= TIME)[0]).toBe(TIME + 8);
  });

  it('never goes back in time', () => {
    const after = allowed(new TokenRules(ENGLISH_ONLY, null), [TIME + 8, 3], { [TIME + 20]: 9 });
    expect(after[0]).toBe(TIME + 9);
  });

  it('says a time where all times together are likelier than any word', () => {
    const after = allowed(new TokenRules(ENGLISH_ONLY, null), [TIME, 3], { 4: 2 });
    expect(after.every((token) => token >= TIME)).toBe(true);
  });

  it('notes how sure each word was', () => {
    const rules = new TokenRules(ENGLISH_ONLY, null);
    rules.apply([], logits());
    rules.apply([TIME], logits({ 3: 20 }));
    rules.apply([TIME, 3], logits());
    rules.note([TIME, 3, 5]);
    expect(rules.probabilities[1]).toBeGreaterThan(0.99);
    expect(rules.probabilities[2]).toBeCloseTo(0.1, 5);
  });
});
