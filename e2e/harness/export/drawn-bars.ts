import type { Size } from '#core/geometry.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Compositor } from '#engine/compositor/compositor.ts';

const BAR_PIXELS = 64;

/** In place of the real compositor: bars that move a little with each draw, as fast as memory is filled. */
export function drawnBars(size: Size): Compositor {
  const luma = size.width * size.height;
  const i420 = new Uint8Array(luma + luma / 2).fill(128);
  const row = new Uint8Array(size.width);
  let drawn = 0;
  return {
    backend: 'canvas',
    size,
    prepare: async () => undefined,
    draw(_: Scene) {
      drawn++;
      row.forEach((__, x) => {
        row[x] = Math.floor((x + 4 * drawn) / BAR_PIXELS) % 2 === 0 ? 40 : 200;
      });
      for (let y = 0; y < size.height; y++) i420.set(row, y * size.width);
    },
    readI420: async () => i420,
    readRgba: () => new Uint8ClampedArray(4 * luma).fill(200),
    resize: () => undefined,
    dispose: () => undefined,
  };
}
