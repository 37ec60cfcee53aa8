import { describe, expect, it } from 'vitest';
import { cueText } from '#core/captions/cue-text.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { saysTheSame, splitAt, wordAt, wordSpans, written } from './caret.ts';

const word = (text: string, start: number) => ({ text, start, end: start + 0.8, confidence: 1 });
const CUE: Cue = {
  id: 'c1',
  start: 0,
  end: 4,
  words: [word('all', 0), word('that', 1), word('is', 2), word('gold', 3)],
  lines: [0, 2],
};

describe('the caret in a caption', () => {
  it('is at the word that it touches', () => {
    expect(cueText(CUE)).toBe('all that\nis gold');
    expect(wordSpans(CUE).map(({ from, to }) => cueText(CUE).slice(from, to))).toEqual(['all', 'that', 'is', 'gold']);
    expect([0, 2, 4, 8, 9, 16].map((offset) => wordAt(CUE, offset))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it('knows words that stand joined', () => {
    const cue: Cue = { ...CUE, lines: [0], words: [word('你好', 0), { ...word('世界', 1), joined: true }] };
    expect(wordSpans(cue)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ]);
  });
});

describe('splitting at the caret', () => {
  const texts = (typed: string, caret: number, cue = CUE) => splitAt([cue], 'c1', typed, caret).map(cueText);

  it('parts the words on both sides, at the time of the second', () => {
    const [first, second] = splitAt([CUE], 'c1', cueText(CUE), 9);
    expect([first, second].map((cue) => cue && cueText(cue))).toEqual(['all that', 'is gold']);
    expect([first?.end, second?.start]).toEqual([2, 2]);
  });

  it('cuts a word that the caret stands in', () => {
    expect(texts('all that\nis gold', 14)).toEqual(['all that\nis go', 'ld']);
  });

  it('takes what has been typed since', () => {
    expect(texts('all  this is ', 5)).toEqual(['all', 'this is']);
  });

  it('parts Chinese, which has no spaces', () => {
    const cue: Cue = { ...CUE, lines: [0], words: [word('你好', 0), { ...word('世界', 1), joined: true }] };
    expect(texts('你好世界', 2, cue)).toEqual(['你好', '世界']);
  });

  it.each([0, 16])('is refused at an end (%d)', (caret) => {
    expect(() => texts(cueText(CUE), caret)).toThrow('between two words');
  });
});

it('spaces that are still being typed change nothing of what a caption says', () => {
  expect(written(' all  that \n\n is gold ')).toBe('all that\nis gold');
  expect(saysTheSame('all that \nis gold', CUE)).toBe(true);
  expect(saysTheSame('all thatis gold', CUE)).toBe(false);
});
