import { describe, expect, it } from 'vitest';
import type { SpokenWord } from '#core/captions/transcript.ts';
import { WindowJoiner } from './join-windows.ts';

/** Words such as `gold@27.5`, half a second long. */
function words(line: string): SpokenWord[] {
  return line
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [text = '', start] = word.split('@');
      return { text, start: Number(start), end: Number(start) + 0.5, confidence: 1 };
    });
}

function joined(...windows: (readonly [line: string, start: number, end: number])[]): string {
  const joiner = new WindowJoiner();
  for (const [line, start, end] of windows) joiner.add(words(line), start, end);
  return joiner
    .words()
    .map(({ text, start }) => `${text}@${start}`)
    .join(' ');
}

describe('two windows', () => {
  it('are joined at the word that both heard nearest to their middle', () => {
    expect(
      joined(
        ['gold@10 red@23 blue@25.5 green@28 gre@29.8', 0, 30],
        ['d@22 red@23.1 Blue,@25.4 green@28.2 white@33', 22, 40],
      ),
    ).toBe('gold@10 red@23 blue@25.5 green@28.2 white@33');
  });

  it('are joined at the middle where they agree on nothing', () => {
    expect(joined(['gold@10 red@24 blu@28', 0, 30], ['ed@24.2 blue@28.9 white@33', 22, 40])).toBe(
      'gold@10 red@24 blue@28.9 white@33',
    );
  });

  it('keep all words of the one where the other heard nothing new', () => {
    expect(joined(['gold@10', 0, 30], ['', 22, 52], ['white@50 blue@60', 44, 70])).toBe('gold@10 white@50 blue@60');
  });

  it('do not take a repeated word for the same one', () => {
    expect(joined(['go@24 go@25 go@26', 0, 30], ['go@24.1 go@25.1 go@26.1 go@31', 22, 40])).toBe(
      'go@24 go@25 go@26 go@31',
    );
  });
});
