import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordText } from '../fixtures/cues.ts';
import { layoutCaption, visualOrder } from './layout.ts';
import type { Anchor } from './transcript.ts';

const STYLE = { fontPixels: 10, lineHeight: 1.2 };
const ROOM = { width: 100, height: 60 };
/** Letters as wide as they are tall. */
const measure = (text: string, fontPixels: number) => [...text].length * fontPixels;

/** Words of a text; `+` joins to the one before, `/` begins a line. */
const words = (text: string) =>
  text.split(' ').map((each) => ({
    text: each.replace(/^[+/]/, ''),
    joined: each.startsWith('+'),
    startsLine: each.startsWith('/'),
  }));
const set = (text: string, anchor: Anchor = 2, room = ROOM) => layoutCaption(words(text), STYLE, room, anchor, measure);
/** Pieces from left to right, line by line. */
const linesOf = ({ pieces }: ReturnType<typeof set>) => {
  const lines = new Map<number, string[]>();
  for (const { centre, text } of pieces) lines.set(centre, [...(lines.get(centre) ?? []), text]);
  return [...lines.values()].map((line) => line.join(' '));
};

describe('the layout of captions', () => {
  it('keeps its lines where they fit, and breaks what is too wide', () => {
    expect(linesOf(set('/one two /six'))).toEqual(['one two', 'six']);
    expect(linesOf(set('/one two three'))).toEqual(['one two', 'three']);
  });

  it('breaks Chinese between characters, but not before a closing mark', () => {
    expect(linesOf(set('/我们喜欢黄金时间的光。'))).toEqual(['我们喜欢黄金时间的', '光。']);
    expect(linesOf(set('/我们 +喜欢 +黄金 +时间 +的光'))).toEqual(['我们 喜欢 黄金 时间 的光']);
  });

  it('never parts a word that is joined of two', () => {
    expect(linesOf(set('/abcdefgh ij +kl'))).toEqual(['abcdefgh', 'ij kl']);
    const [, first, second] = set('/abcdefgh ij +kl').pieces;
    expect(second?.x).toBe((first?.x ?? 0) + 20);
  });

  it('shrinks what would not fit', () => {
    const { fontPixels, pieces } = set('/extraordinarily');
    expect(fontPixels).toBeLessThan(10);
    expect(pieces).toHaveLength(1);
  });

  it('sets right-to-left lines from the right', () => {
    const texts = set('/שלום לך רב').pieces;
    expect(texts.map(({ word }) => word)).toEqual([2, 1, 0]);
    expect(texts.every(({ direction }) => direction === 'rtl')).toBe(true);
  });

  it('orders words of both directions as Unicode does', () => {
    const order = (text: string, direction: 'ltr' | 'rtl') =>
      visualOrder(text.split(' '), direction).map((index) => text.split(' ')[index]);
    expect(order('אני אוהב New York מאוד', 'rtl').join(' ')).toBe('מאוד New York אוהב אני');
    expect(order('we say שלום לך twice', 'ltr').join(' ')).toBe('we say לך שלום twice');
    expect(order('אני 24 שנים', 'rtl').join(' ')).toBe('שנים 24 אני');
  });

  it('lies at its anchor', () => {
    expect(set('/ab', 1).pieces[0]).toMatchObject({ x: 0, centre: 54 });
    expect(set('/ab', 5).pieces[0]).toMatchObject({ x: 40, centre: 30 });
    expect(set('/ab', 9).pieces[0]).toMatchObject({ x: 80, centre: 6 });
  });

  it('keeps all words inside the room and apart, whatever they are', () => {
    const word = fc.record({ text: wordText, joined: fc.boolean(), startsLine: fc.boolean() });
    const anchor = fc.integer({ min: 1, max: 9 }).map((each) => each as Anchor);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), anchor, (some, where) => {
        const { pieces, lines } = layoutCaption(some, STYLE, { width: 300, height: 200 }, where, measure);
        const inOrder = pieces.toSorted((a, b) => a.word - b.word || [...a.before].length - [...b.before].length);
        expect(inOrder.map(({ text }) => text).join('')).toBe(some.map(({ text }) => text).join(''));
        for (const { x, y, width, height } of lines) {
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(x + width).toBeLessThanOrEqual(300 + 1e-6);
          expect(y + height).toBeLessThanOrEqual(200 + 1e-6);
        }
        pieces.forEach((piece, index) => {
          const next = pieces[index + 1];
          if (next?.centre === piece.centre) expect(next.x).toBeGreaterThanOrEqual(piece.x + piece.width - 1e-6);
        });
      }),
    );
  });
});
