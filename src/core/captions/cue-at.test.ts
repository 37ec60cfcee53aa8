import { describe, expect, it } from 'vitest';
import { cueAt } from './cue-at.ts';
import type { Cue } from './transcript.ts';

function cue(id: string, start: number, end: number): Cue {
  return { id, start, end, words: [{ text: id, start, end, confidence: 1 }], lines: [0] };
}

const CUES = [cue('a', 1, 2), cue('b', 2, 2.5), cue('c', 4, 5)];

describe('the caption at a time', () => {
  it.each([
    [0, null],
    [0.99, null],
    [1, 'a'],
    [1.99, 'a'],
    [2, 'b'],
    [2.5, null],
    [3, null],
    [4.5, 'c'],
    [5, null],
    [60, null],
  ])('at %f s is %s', (time, id) => {
    expect(cueAt(CUES, time)?.id ?? null).toBe(id);
  });

  it('is not missed by a rounding error', () => {
    const third = cue('a', 0.3, 0.6);
    expect(cueAt([third], 0.3 - 1e-9)?.id).toBe('a');
    expect(cueAt([third], 0.6 - 1e-9)).toBeNull();
  });

  it('is none where there are no captions', () => {
    expect(cueAt([], 1)).toBeNull();
  });
});
