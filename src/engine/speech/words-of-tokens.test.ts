import { describe, expect, it } from 'vitest';
import { type TimedToken, wordsOfTokens } from './words-of-tokens.ts';

/** Words of tokens that stand for these bytes, a second each. */
function wordsOf(pieces: readonly (string | readonly number[])[], language = 'en') {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece));
  const tokens: TimedToken[] = pieces.map((_, id) => ({
    id,
    start: id,
    end: id + 1,
    probability: id % 2 === 0 ? 1 : 0.5,
  }));
  const decode = (ids: number[]) =>
    new TextDecoder().decode(Uint8Array.from(ids.flatMap((id) => [...(bytes[id] ?? [])])));
  return wordsOfTokens(tokens, decode, language);
}
const texts = (...pieces: (string | readonly number[])[]) => wordsOf(pieces).map(({ text }) => text);

describe('words', () => {
  it('begin at spaces and last from their first token to their last', () => {
    expect(wordsOf([' lux', 'ury', ' gold'])).toEqual([
      { text: 'luxury', start: 0, end: 2, confidence: 0.75 },
      { text: 'gold', start: 2, end: 3, confidence: 1 },
    ]);
  });

  it('keep the punctuation behind and before them', () => {
    expect(texts(' Hello', ',', ' "', 'world', '!"', ' it', "'s")).toEqual(['Hello,', '"world!"', "it's"]);
  });

  it('lose nothing where an opening mark is last', () => {
    expect(texts(' so', ' (')).toEqual(['so', '(']);
  });

  it('are put together from parts of characters', () => {
    const [first, ...rest] = new TextEncoder().encode('é');
    expect(texts(' caf', [first ?? 0], rest, ' noir')).toEqual(['café', 'noir']);
  });

  it('are characters where a language has no spaces', () => {
    expect(wordsOf(['你', '好', '。'], 'zh').map(({ text }) => text)).toEqual(['你', '好。']);
  });

  it('are none of no tokens', () => {
    expect(texts()).toEqual([]);
  });
});
