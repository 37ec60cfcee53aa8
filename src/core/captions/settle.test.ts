import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawfulCues } from '../fixtures/cues.ts';
import { brokenCueLaw } from './cue-laws.ts';
import { cueText } from './cue-text.ts';
import { settleCues } from './settle.ts';
import { parseSrt } from './srt.ts';

const CUES = lawfulCues({ ticksPerSecond: 100, emphasis: true });

describe('captions of a file on a video', () => {
  it('keep the laws, whatever the file says and however long the video is', () => {
    const two = fc.tuple(CUES, CUES).map(([first, second]) => [...first, ...second]);
    fc.assert(
      fc.property(two, fc.double({ min: 0, max: 60, noNaN: true }), (cues, duration) => {
        expect(brokenCueLaw(settleCues(cues, duration), duration)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('stay as they are where they fit', () => {
    fc.assert(
      fc.property(CUES, (cues) => {
        fc.pre(cues.every(({ start, end }) => end - start >= 0.09));
        expect(settleCues(cues, cues.at(-1)?.end ?? 0)).toEqual(cues);
      }),
    );
  });

  it('end where the next begins, and are one where they begin together', () => {
    const cues = parseSrt(
      '1\n00:00:01,000 --> 00:00:05,000\nleft\n\n2\n00:00:01,000 --> 00:00:04,000\nright\n\n3\n00:00:03,000 --> 00:00:09,000\nnext\n',
    );
    expect(settleCues(cues, 8).map((cue) => [cueText(cue), cue.start, cue.end])).toEqual([
      ['left\nright', 1, 3],
      ['next', 3, 8],
    ]);
    expect(settleCues(cues, 2)).toHaveLength(1);
  });
});
