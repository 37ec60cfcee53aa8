import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../errors.ts';
import { lawfulCues, wordText } from '../fixtures/cues.ts';
import { brokenCueLaw } from './cue-laws.ts';
import { cueText } from './cue-text.ts';
import {
  addCue,
  confirmWords,
  deleteCues,
  dressCues,
  mergeWithNext,
  retimeCue,
  shiftCues,
  splitCue,
  withText,
} from './edit.ts';
import { findText, replaceText } from './find.ts';
import type { Cue } from './transcript.ts';

/** A word each half second from `start` on. */
function cue(id: string, start: number, text: string): Cue {
  const words = text.split(' ').map((each, index) => ({
    text: each,
    start: start + index / 2,
    end: start + index / 2 + 0.4,
    confidence: 0.9,
  }));
  return { id, start, end: start + words.length / 2, words, lines: [0] };
}

const CUES = [cue('c1', 1, 'the golden hour'), cue('c2', 4, 'is here')];
const ANY = { matchCase: false, wholeWords: false };
const textOf = (cues: readonly Cue[]) => cues.map(cueText);
const timesOf = ({ words }: Cue) => words.map(({ start, end }) => [start, end]);
const first = (cues: readonly Cue[]): Cue => {
  const [cue] = cues;
  if (!cue) throw new Error('There is no cue.');
  return cue;
};

const someText = fc
  .array(fc.tuple(wordText, fc.constantFrom(' ', '\n', '')), { minLength: 1, maxLength: 8 })
  .map((words) => words.map(([text, space]) => text + space).join(''));

describe('edits of captions', () => {
  it('keep the laws of captions, one after the other', () => {
    const edit = fc.record({
      what: fc.constantFrom('text', 'split', 'merge', 'shift', 'retime', 'delete', 'add', 'replace', 'dress'),
      at: fc.nat(7),
      word: fc.nat(7),
      text: someText,
      from: fc.double({ min: -5, max: 90, noNaN: true }),
      length: fc.double({ min: -1, max: 20, noNaN: true }),
      several: fc.boolean(),
    });
    fc.assert(
      fc.property(
        lawfulCues({ ticksPerSecond: 100, emphasis: true }),
        fc.array(edit, { maxLength: 12 }),
        (cues, edits) => {
          const duration = (cues.at(-1)?.end ?? 0) + 1;
          let now = cues;
          for (const { what, at, word, text, from, length, several } of edits) {
            const id = now[at % Math.max(1, now.length)]?.id ?? 'none';
            const ids = new Set(several ? now.filter((_, index) => index % 2 === 0).map((each) => each.id) : [id]);
            const actions = {
              text: () => withText(now, id, text),
              split: () => splitCue(now, id, word),
              merge: () => mergeWithNext(now, id),
              shift: () => shiftCues(now, ids, length, duration),
              retime: () => retimeCue(now, id, { start: from, end: from + length }, duration),
              delete: () => deleteCues(now, ids),
              add: () => addCue(now, { start: from, end: from + length }, text, duration),
              replace: () => replaceText(now, text.slice(0, 2), text.slice(2), ANY),
              dress: () => dressCues(now, ids, { style: text, placement: { anchor: 8 } }),
            };
            try {
              now = actions[what]();
            } catch (error) {
              if (!(error instanceof StudioError)) throw error;
              expect(['input-invalid', 'not-found']).toContain(error.code);
            }
            expect(brokenCueLaw(now, duration)).toBeNull();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('give the caption the text that was typed', () => {
    fc.assert(
      fc.property(lawfulCues({ ticksPerSecond: 100, emphasis: false }), someText, (cues, text) => {
        const typed = text
          .split('\n')
          .map((line) => line.replace(/ +/g, ' ').trim())
          .filter((line) => line !== '');
        expect(cueText(first(withText(cues, '1', text)))).toBe(typed.join('\n'));
      }),
    );
  });

  it('keep all times where only spelling changes', () => {
    const fixed = first(withText(CUES, 'c1', 'The olden\nhour'));
    expect(timesOf(fixed)).toEqual(timesOf(first(CUES)));
    expect(fixed.lines).toEqual([0, 2]);
  });

  it('give words that are split or added a share of the time of what they replace', () => {
    const fixed = first(withText(CUES, 'c1', 'the gol den hour'));
    expect(timesOf(fixed)).toEqual([
      [1, 1.4],
      [1.5, 1.7],
      [1.7, 1.9],
      [2, 2.4],
    ]);
    const added = first(withText(CUES, 'c1', 'the golden golden hour'));
    expect(added.words[3]?.start).toBe(2);
    expect(added.words[2]?.end).toBe(2);
  });

  it('keep the times of the other words where some are deleted', () => {
    expect(timesOf(first(withText(CUES, 'c1', 'the hour')))).toEqual([
      [1, 1.4],
      [2, 2.4],
    ]);
  });

  it('keep the words of Chinese, which has no spaces', () => {
    const words = ['我们', '喜欢', '黄金'].map((text, index) => ({
      text,
      start: index,
      end: index + 1,
      confidence: 1,
      ...(index > 0 && { joined: true as const }),
    }));
    const chinese: Cue = { id: 'z', start: 0, end: 3, words, lines: [0] };
    const fixed = first(withText([chinese], 'z', '我们喜爱\n黄金'));
    expect(fixed.words.map(({ text }) => text)).toEqual(['我们', '喜爱', '黄金']);
    expect(timesOf(fixed)).toEqual(timesOf(chinese));
    expect(cueText(fixed)).toBe('我们喜爱\n黄金');
  });

  it('refuse a caption without words', () => {
    expect(() => withText(CUES, 'c1', ' \n ')).toThrow('A caption needs at least one word.');
  });

  it('split at a word and merge again', () => {
    const split = splitCue(CUES, 'c1', 1);
    expect(textOf(split)).toEqual(['the', 'golden hour', 'is here']);
    expect(split.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['c1', 1, 1.5],
      ['c3', 1.5, 2.5],
      ['c2', 4, 5],
    ]);
    expect(textOf(mergeWithNext(split, 'c1'))).toEqual(['the\ngolden hour', 'is here']);
    expect(() => splitCue(CUES, 'c1', 0)).toThrow('between two of its words');
    expect(() => mergeWithNext(CUES, 'c2')).toThrow('no next one');
  });

  it('shift as far as the neighbours and the video let them', () => {
    const moved = shiftCues(CUES, new Set(['c1']), 9, 20);
    expect(moved.map(({ start, end }) => [start, end])).toEqual([
      [2.5, 4],
      [4, 5],
    ]);
    expect(shiftCues(CUES, new Set(['c1', 'c2']), -9, 20).map(({ start }) => start)).toEqual([0, 3]);
    expect(first(moved).words[0]?.start).toBe(2.5);
  });

  it('stretch the words with their caption', () => {
    const longer = first(retimeCue(CUES, 'c1', { start: 0, end: 3 }, 20));
    expect(longer.words.map(({ start }) => start)).toEqual([0, 1, 2]);
    expect(() => retimeCue(CUES, 'c1', { start: 5, end: 6 }, 20)).toThrow('at least 0.08 seconds');
  });

  it('add a caption only where none is', () => {
    expect(textOf(addCue(CUES, { start: 3, end: 9 }, 'new words', 20))).toEqual([
      'the golden hour',
      'new words',
      'is here',
    ]);
    expect(() => addCue(CUES, { start: 2, end: 3 }, 'no', 20)).toThrow('Another caption is on');
  });

  it('name a caption that is gone', () => {
    expect(() => deleteCues(CUES, new Set(['c9']))).toThrow('This caption is gone.');
  });

  it('dress a caption, and undress it', () => {
    const dressed = dressCues(CUES, new Set(['c1']), { style: 'boxed', speaker: 'Ann' });
    expect(first(dressed)).toMatchObject({ style: 'boxed', speaker: 'Ann' });
    expect(dressCues(dressed, new Set(['c1']), { style: null, speaker: null })).toEqual(CUES);
  });
});

describe('find and replace', () => {
  it('finds text over the border of lines, in any case, and as whole words', () => {
    const cues = withText(CUES, 'c1', 'the\nGolden hour');
    expect(findText(cues, 'the golden', ANY)).toEqual([{ cueId: 'c1', from: 0, to: 10 }]);
    expect(findText(cues, 'golden', { ...ANY, matchCase: true })).toEqual([]);
    expect(findText(cues, 'he', ANY).map(({ cueId }) => cueId)).toEqual(['c1', 'c2']);
    expect(findText(cues, 'he', { ...ANY, wholeWords: true })).toEqual([]);
    expect(findText(cues, ' ', ANY)).toEqual([]);
  });

  it('takes what is looked for and what replaces it as it is written', () => {
    const cues = [cue('c1', 0, 'costs $5 (now)')];
    expect(textOf(replaceText(cues, '$5 (now)', '$& free', ANY))).toEqual(['costs $& free']);
  });

  it('keeps times, and drops a caption of which nothing is left', () => {
    expect(timesOf(first(replaceText(CUES, 'golden', 'silver', ANY)))).toEqual(timesOf(first(CUES)));
    expect(textOf(replaceText(CUES, 'is here', '', ANY))).toEqual(['the golden hour']);
  });
});

it('words that a person has looked at are sure', () => {
  const [checked, other] = confirmWords(CUES, 'c1');
  expect(checked?.words.map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
  expect(other).toBe(CUES[1]);
});
