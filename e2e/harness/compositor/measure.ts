import type { DrawnFrame } from './worker.ts';

/** Peak signal-to-noise ratio of red, green and blue together, in dB; Infinity for equal pictures. */
export function psnr(a: DrawnFrame, b: DrawnFrame): number {
  let sum = 0;
  for (let index = 0; index < a.rgba.length; index++) {
    if (index % 4 === 3) continue;
    sum += ((a.rgba[index] ?? 0) - (b.rgba[index] ?? 0)) ** 2;
  }
  return 10 * Math.log10((255 * 255) / (sum / (a.width * a.height * 3)));
}

/** The smallest box around all pixels that differ, or null where none does. */
export function differenceBox(a: DrawnFrame, b: DrawnFrame) {
  const box = { left: a.width, top: a.height, right: 0, bottom: 0, pixels: 0, coloured: 0 };
  for (let pixel = 0; pixel < a.width * a.height; pixel++) {
    const [red = 0, green = 0, blue = 0] = b.rgba.subarray(pixel * 4, pixel * 4 + 3);
    const [red0 = 0, green0 = 0, blue0 = 0] = a.rgba.subarray(pixel * 4, pixel * 4 + 3);
    if (red === red0 && green === green0 && blue === blue0) continue;
    const x = pixel % a.width;
    const y = Math.floor(pixel / a.width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
    box.pixels += 1;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) box.coloured += 1;
  }
  return box.pixels > 0 ? box : null;
}
