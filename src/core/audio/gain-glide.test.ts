import { expect, test } from 'vitest';
import { GainGlide } from './gain-glide.ts';

function ones(): { left: Float32Array<ArrayBuffer>; right: Float32Array<ArrayBuffer> } {
  return { left: new Float32Array(4800).fill(1), right: new Float32Array(4800).fill(1) };
}

test('a gain glides to its target, a tenth of 20 dB in a tenth of a second, and stays there', () => {
  const glide = new GainGlide(48_000, 0);
  const [first, second, third] = [ones(), ones(), ones()];
  for (const chunk of [first, second, third]) glide.apply(chunk, -3);
  expect(first.left[0]).toBeCloseTo(1, 3);
  expect(first.left.at(-1)).toBeCloseTo(10 ** (-2 / 20), 5);
  expect(second.left[0]).toBeCloseTo(10 ** (-2 / 20), 3);
  expect(second.right.at(-1)).toBeCloseTo(10 ** (-3 / 20), 5);
  expect(third.left[0]).toBeCloseTo(10 ** (-3 / 20), 5);
});
