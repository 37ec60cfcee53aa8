import { expect, test } from 'vitest';
import { LoopWatch } from './loop-watch.ts';

/** What a watch answers to these times. */
function answers(times: readonly number[]): (number | null)[] {
  const watch = new LoopWatch();
  return times.map((time) => watch.note(time));
}

test('the first round is watched, the end of the second is known before it comes', () => {
  const round = [2, 2.5, 3, 3.5, 3.9];
  const [first, second] = [answers(round), answers([...round, ...round]).slice(round.length)];
  expect(first).toEqual([null, null, null, null, null]);
  expect(second).toEqual([null, null, null, 1.9, 1.9]);
});

test('a clip that plays on is no loop', () => {
  expect(answers([0, 1, 2, 3, 4]).every((answer) => answer === null)).toBe(true);
});

test('a step back by hand is no loop', () => {
  expect(answers([3, 3.1, 3, 3.1, 3, 3.1]).every((answer) => answer === null)).toBe(true);
});
