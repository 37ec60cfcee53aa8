import { expect, test } from 'vitest';
import { GOLD_SHEEN, SILVER_SHEEN, tinted } from './metal.ts';

const brightness = (colour: string) =>
  [1, 3, 5].reduce((sum, from) => sum + Number.parseInt(colour.slice(from, from + 2), 16), 0);

test.each([GOLD_SHEEN, SILVER_SHEEN])(
  'metal of another colour has it, and the shadows and lights of the first',
  (...stops) => {
    const green = tinted(stops, '#1B8A5A');
    expect(green.map(([offset]) => offset)).toEqual(stops.map(([offset]) => offset));
    expect(green.map(([, colour]) => colour)).toContain('#1B8A5A');
    const order = (list: typeof stops) =>
      list.map(([, colour], index) => [brightness(colour), index]).sort(([a = 0], [b = 0]) => a - b);
    const [darkest, lightest] = [order(stops)[0]?.[1] ?? 0, order(stops).at(-1)?.[1] ?? 0];
    expect(brightness(green[darkest]?.[1] ?? '')).toBeLessThan(brightness('#1B8A5A'));
    expect(brightness(green[lightest]?.[1] ?? '')).toBeGreaterThan(brightness('#1B8A5A'));
  },
);
