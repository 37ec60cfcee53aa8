import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/random.ts';
import { coloursOf, type PictureColours, type YccRow, yccMatrix } from '../video-file/picture-colours.ts';
import type { PicturePlaces } from '../video-file/picture-planes.ts';
import { inkOf, layInk } from './caption-ink.ts';

const SIZE = { width: 16, height: 12 };
const RECT = { x: 4, y: 2, width: 8, height: 6 };

const BYTES = (SIZE.width * SIZE.height * 3) / 2;
const CHROMA = SIZE.width * SIZE.height;

const I420: PicturePlaces = {
  luma: { offset: 0, stride: SIZE.width, step: 1 },
  cb: { offset: CHROMA, stride: SIZE.width / 2, step: 1 },
  cr: { offset: CHROMA + CHROMA / 4, stride: SIZE.width / 2, step: 1 },
};
const NV12: PicturePlaces = {
  luma: I420.luma,
  cb: { offset: CHROMA, stride: SIZE.width, step: 2 },
  cr: { offset: CHROMA + 1, stride: SIZE.width, step: 2 },
};

function colours(matrix = 'bt709', fullRange = false): PictureColours {
  const known = coloursOf(matrix, fullRange);
  if (!known) throw new Error('unknown');
  return known;
}

function toYcc(red: number, green: number, blue: number, of: PictureColours): [number, number, number] {
  const { luma, cb, cr } = yccMatrix(of);
  const sum = (row: YccRow) => row.black + row.red * red + row.green * green + row.blue * blue;
  return [sum(luma), sum(cb), sum(cr)];
}

function painted(pixel: (x: number, y: number) => readonly [number, number, number, number]): Uint8ClampedArray {
  const pixels = Array.from({ length: RECT.width * RECT.height }, (_, at) =>
    pixel(at % RECT.width, Math.floor(at / RECT.width)),
  );
  return new Uint8ClampedArray(pixels.flat());
}

function noise(): Uint8Array {
  const random = seededRandom(3);
  return Uint8Array.from({ length: BYTES }, () => Math.floor(random() * 256));
}

/** A sample of a plane. */
function at(bytes: Uint8Array, { offset, stride, step }: PicturePlaces['luma'], x: number, y: number): number {
  return bytes[offset + y * stride + x * step] ?? Number.NaN;
}

describe('a caption laid over a picture', () => {
  it('leaves every byte where it has no ink', () => {
    const picture = noise();
    const ink = inkOf(
      painted(() => [255, 255, 255, 0]),
      RECT,
      colours(),
    );
    layInk(picture, I420, ink);
    expect(picture).toEqual(noise());
  });

  it.each([
    ['bt709', false],
    ['bt709', true],
    ['smpte170m', false],
    ['bt2020-ncl', false],
  ] as const)('has its own colour where it is opaque: %s, full range %s', (matrix, fullRange) => {
    const picture = noise();
    const ink = inkOf(
      painted(() => [200, 30, 90, 255]),
      RECT,
      colours(matrix, fullRange),
    );
    layInk(picture, I420, ink);
    const expected = toYcc(200, 30, 90, colours(matrix, fullRange)).map(Math.round);
    expect(at(picture, I420.luma, 4, 2)).toBe(expected[0]);
    expect(at(picture, I420.luma, 11, 7)).toBe(expected[0]);
    expect(at(picture, I420.cb, 2, 1)).toBe(expected[1]);
    expect(at(picture, I420.cr, 5, 3)).toBe(expected[2]);
    for (const [x, y] of [
      [3, 2],
      [12, 2],
      [4, 1],
      [4, 8],
    ] as const) {
      expect(at(picture, I420.luma, x, y)).toBe(at(noise(), I420.luma, x, y));
    }
  });

  it('is within one step of mixing in floating point, whatever it is laid over', () => {
    const random = seededRandom(5);
    const rgba = painted(() => [random() * 255, random() * 255, random() * 255, random() * 255] as const);
    const picture = noise();
    layInk(picture, I420, inkOf(rgba, RECT, colours()));
    for (let y = 0; y < RECT.height; y++) {
      for (let x = 0; x < RECT.width; x++) {
        const pixel = 4 * (y * RECT.width + x);
        const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(pixel, pixel + 4);
        const before = at(noise(), I420.luma, RECT.x + x, RECT.y + y);
        const mixed = before + ((toYcc(red, green, blue, colours())[0] - before) * alpha) / 255;
        expect(Math.abs(at(picture, I420.luma, RECT.x + x, RECT.y + y) - mixed)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('keeps grey free of colour at its edges', () => {
    const picture = new Uint8Array(BYTES).fill(128);
    const rgba = painted((x, y) => [255, 255, 255, (x * 37 + y * 61) % 256]);
    layInk(picture, I420, inkOf(rgba, RECT, colours()));
    for (const value of picture.subarray(CHROMA)) expect(value).toBe(128);
  });

  it('is the same where the two chromas take turns', () => {
    const random = seededRandom(9);
    const rgba = painted(() => [random() * 255, random() * 255, random() * 255, random() * 255] as const);
    const ink = inkOf(rgba, RECT, colours());
    const [apart, woven] = [new Uint8Array(BYTES).fill(90), new Uint8Array(BYTES).fill(90)];
    layInk(apart, I420, ink);
    layInk(woven, NV12, ink);
    for (let y = 0; y < SIZE.height / 2; y++) {
      for (let x = 0; x < SIZE.width / 2; x++) {
        expect(at(woven, NV12.cb, x, y)).toBe(at(apart, I420.cb, x, y));
        expect(at(woven, NV12.cr, x, y)).toBe(at(apart, I420.cr, x, y));
      }
    }
  });
});
