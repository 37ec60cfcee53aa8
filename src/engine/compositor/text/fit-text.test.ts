import { describe, expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

const STYLE = { fontPixels: 10, lineHeight: 1 };
/** Letters as wide as they are tall. */
const measure = (line: string, fontPixels: number) => [...line].length * fontPixels;

const fitted = (text: string, width: number, height: number) => fitText(text, STYLE, { width, height }, measure);

describe('text in a box', () => {
  it('keeps its size on one line while it fits', () => {
    expect(fitted('Gold', 100, 20)).toEqual({ lines: ['Gold'], fontPixels: 10 });
  });

  it('is shared evenly between its lines, so that no word is left alone', () => {
    expect(fitted('Luxury beauty secrets revealed ✨', 300, 20).lines).toEqual([
      'Luxury beauty',
      'secrets revealed ✨',
    ]);
  });

  it('shrinks where it would be too tall', () => {
    const { lines, fontPixels } = fitted('one two three four five six', 100, 20);
    expect(fontPixels).toBeLessThan(10);
    expect(lines.length * fontPixels).toBeLessThanOrEqual(20);
  });

  it('keeps the breaks that the writer made', () => {
    expect(fitted('a\nlonger line', 200, 40).lines).toEqual(['a', 'longer line']);
  });
});
