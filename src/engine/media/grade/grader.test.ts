import { describe, expect, it } from 'vitest';
import { type ColourMatrix, gradeMatrix } from '#core/style/grade.ts';
import { STYLE_PRESETS } from '#core/style/presets.ts';
import kernel from '../../../../.cache/kernel/grade.wasm?url&inline';
import { Grader } from './grader.ts';

const module = await WebAssembly.compile(await (await fetch(kernel)).arrayBuffer());

/** Every combination of a few levels, translucent here and there: 5 x 5 x 5 pixels. */
const LEVELS = [0, 37, 128, 200, 255];
const PIXELS = LEVELS.flatMap((red) =>
  LEVELS.flatMap((green) => LEVELS.flatMap((blue) => [[red, green, blue, (red + green) % 256] as const])),
);

function graded(matrix: ColourMatrix): number[][] {
  const grader = new Grader(module, PIXELS.length);
  grader.pixels.set(PIXELS.flat());
  grader.apply(matrix);
  return PIXELS.map((_, index) => [...grader.pixels.subarray(4 * index, 4 * index + 4)]);
}

function expected(
  [red, green, blue, alpha]: readonly [number, number, number, number],
  matrix: ColourMatrix,
): number[] {
  const colours = matrix.map(([r, g, b, offset]) =>
    Math.min(255, Math.max(0, r * red + g * green + b * blue + offset * 255)),
  );
  return [...colours, alpha];
}

describe('a colour matrix over pixels', () => {
  it.each(Object.entries(STYLE_PRESETS))('is that of %s, to within one level of 255', (_, { grade }) => {
    const matrix = gradeMatrix(grade, 100);
    if (!matrix) return;
    graded(matrix).forEach((pixel, index) => {
      const wanted = expected(PIXELS[index] as (typeof PIXELS)[number], matrix);
      pixel.forEach((value, channel) => {
        expect(Math.abs(value - (wanted[channel] as number))).toBeLessThanOrEqual(1);
      });
    });
  });

  it('keeps greys grey where nothing but contrast and saturation changes', () => {
    const matrix = gradeMatrix({ warmth: 0, saturation: 0.5, contrast: 1.3 }, 100) as ColourMatrix;
    const greys = graded(matrix).filter((_, index) => {
      const [red, green, blue] = PIXELS[index] as (typeof PIXELS)[number];
      return red === green && green === blue;
    });
    expect(greys).toHaveLength(LEVELS.length);
    for (const [red, green, blue] of greys) expect([red, blue]).toEqual([green, green]);
  });
});
