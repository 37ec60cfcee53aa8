import { describe, expect, it } from 'vitest';
import { ANALYSIS_RATE } from '#core/beats/rhythm-features.ts';
import { TickFinder } from './tick-finder.ts';

const sound = (seconds: number) => new Float32Array(seconds * ANALYSIS_RATE).fill(0.1);

describe('the ticks of a stream', () => {
  it('are found window by window and stand at their own times', () => {
    const lengths: number[] = [];
    const finder = new TickFinder((samples) => {
      lengths.push(samples.length / ANALYSIS_RATE);
      return [1];
    }, 'song.mp3');
    for (let n = 0; n < 13; n++) finder.push(sound(10));
    expect(finder.finish()).toEqual([1, 61, 121]);
    expect(lengths).toEqual([60, 60, 10]);
  });

  it('are not looked for in silence or in less than two seconds', () => {
    const finder = new TickFinder(() => {
      throw new Error('It looked.');
    }, 'song.mp3');
    finder.push(new Float32Array(60 * ANALYSIS_RATE));
    finder.push(sound(1));
    expect(finder.finish()).toEqual([]);
  });

  it('leave out what is no time', () => {
    const finder = new TickFinder(() => [Number.NaN, 2, Number.POSITIVE_INFINITY], 'song.mp3');
    finder.push(sound(5));
    expect(finder.finish()).toEqual([2]);
  });

  it.each([
    ['a number, as its WebAssembly does', 5_247_016, 'native error 5247016'],
    ['an abort', new Error('abort(OOM)'), 'abort(OOM)'],
  ])('fail by the name of the file where the analyser throws %s', (_, thrown, cause) => {
    const finder = new TickFinder(() => {
      throw thrown;
    }, 'song.mp3');
    finder.push(sound(5));
    expect(() => finder.finish()).toThrow(
      expect.objectContaining({
        code: 'decoder-failed',
        message: expect.stringContaining('song.mp3'),
        details: expect.objectContaining({ cause }),
      }),
    );
  });
});
