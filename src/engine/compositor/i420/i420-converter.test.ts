import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#core/random.ts';
import kernel from '../../../../.cache/kernel/i420.wasm?url&inline';
import { I420Converter, type PixelOrder } from './i420-converter.ts';

type Rgb = readonly [red: number, green: number, blue: number];

let module: WebAssembly.Module;

beforeAll(async () => {
  const bytes = await (await fetch(kernel)).arrayBuffer();
  module = await WebAssembly.compile(bytes);
});

/** BT.709, limited range, in floating point. */
function reference([red, green, blue]: Rgb): { y: number; cb: number; cr: number } {
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return {
    y: 16 + (219 / 255) * luma,
    cb: 128 + ((224 / 255) * (blue - luma)) / 1.8556,
    cr: 128 + ((224 / 255) * (red - luma)) / 1.5748,
  };
}

function noise(width: number, height: number): Rgb[] {
  const random = seededRandom(7);
  const channel = () => (random() < 0.3 ? 255 * Math.round(random()) : Math.floor(random() * 256));
  return Array.from({ length: width * height }, () => [channel(), channel(), channel()] as const);
}

function fill(converter: I420Converter, pixels: readonly Rgb[], order: PixelOrder): void {
  pixels.forEach(([red, green, blue], index) => {
    converter.strip.set(order === 'rgba' ? [red, green, blue, 255] : [blue, green, red, 255], index * 4);
  });
}

/** The largest difference to the reference, over all three planes. */
function largestError(planes: Uint8Array, pixels: readonly Rgb[], width: number, height: number): number {
  const at = (x: number, y: number) => pixels[y * width + x] ?? [0, 0, 0];
  let worst = 0;
  const compare = (offset: number, expected: number) => {
    worst = Math.max(worst, Math.abs((planes[offset] ?? Number.NaN) - expected));
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) compare(y * width + x, reference(at(x, y)).y);
  }
  const u = width * height;
  const v = u + u / 4;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const block = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)];
      const mean = [0, 1, 2].map((c) => block.reduce((sum, pixel) => sum + (pixel[c] ?? 0), 0) / 4);
      const { cb, cr } = reference([mean[0] ?? 0, mean[1] ?? 0, mean[2] ?? 0]);
      const offset = (y / 2) * (width / 2) + x / 2;
      compare(u + offset, cb);
      compare(v + offset, cr);
    }
  }
  return worst;
}

describe('the conversion to I420', () => {
  // 42 and 10 are no multiples of the eight pixels that the kernel takes at once.
  it.each([
    { width: 64, height: 16 },
    { width: 42, height: 6 },
    { width: 10, height: 2 },
  ])('is within one step of BT.709 in floating point at $width x $height', ({ width, height }) => {
    const pixels = noise(width, height);
    for (const order of ['rgba', 'bgra'] as const) {
      const converter = new I420Converter(module, { width, height }, height);
      fill(converter, pixels, order);
      converter.convertStrip(0, height, order);
      expect(largestError(converter.planes, pixels, width, height)).toBeLessThanOrEqual(1);
    }
  });

  it('puts strips where they belong', () => {
    const pixels = noise(16, 8);
    const converter = new I420Converter(module, { width: 16, height: 8 }, 4);
    for (const top of [0, 4]) {
      fill(converter, pixels.slice(top * 16, (top + 4) * 16), 'rgba');
      converter.convertStrip(top, 4, 'rgba');
    }
    expect(largestError(converter.planes, pixels, 16, 8)).toBeLessThanOrEqual(1);
  });

  it('turns pictures over that are stored upside down', () => {
    const pixels = noise(16, 4);
    const upturned = [3, 2, 1, 0].flatMap((row) => pixels.slice(row * 16, (row + 1) * 16));
    const converter = new I420Converter(module, { width: 16, height: 4 }, 4);
    fill(converter, upturned, 'rgba');
    converter.convertUpturnedStrip(0, 4, 'rgba');
    expect(largestError(converter.planes, pixels, 16, 4)).toBeLessThanOrEqual(1);
  });

  it('keeps black at 16, white at 235 and every grey without colour', () => {
    const converter = new I420Converter(module, { width: 256, height: 2 }, 2);
    const greys = Array.from({ length: 512 }, (_, index) => [index % 256, index % 256, index % 256] as const);
    fill(converter, greys, 'rgba');
    converter.convertStrip(0, 2, 'rgba');
    expect(converter.planes[0]).toBe(16);
    expect(converter.planes[255]).toBe(235);
    expect(new Set(converter.planes.subarray(512))).toEqual(new Set([128]));
  });

  it('refuses odd sizes', () => {
    expect(() => new I420Converter(module, { width: 9, height: 16 }, 2)).toThrow('even sides (got 9x16)');
  });
});
