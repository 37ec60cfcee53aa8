import { expect, it } from 'vitest';
import { transform } from './complex-fft.ts';

it.each([1, 2, 8, 64])('the transform of %d values is that of the definition', (size) => {
  const re = Float64Array.from({ length: size }, (_, n) => Math.sin(n * n * 0.37));
  const im = Float64Array.from({ length: size }, (_, n) => Math.cos(n * 1.3));
  const wanted = Array.from({ length: size }, (_, k) => {
    let sum = { re: 0, im: 0 };
    for (let n = 0; n < size; n++) {
      const angle = (-2 * Math.PI * k * n) / size;
      const [a, b] = [re[n] as number, im[n] as number];
      sum = {
        re: sum.re + a * Math.cos(angle) - b * Math.sin(angle),
        im: sum.im + a * Math.sin(angle) + b * Math.cos(angle),
      };
    }
    return sum;
  });
  transform(re, im);
  wanted.forEach((sum, k) => {
    expect(re[k]).toBeCloseTo(sum.re, 9);
    expect(im[k]).toBeCloseTo(sum.im, 9);
  });
});
