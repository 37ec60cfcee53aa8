import type { Rect } from '#core/geometry.ts';
import { type PictureColours, type YccRow, yccMatrix } from '../video-file/picture-colours.ts';
import type { PicturePlaces, PlanePlace } from '../video-file/picture-planes.ts';

/**
 * A drawn caption as planes, to be laid over the planes of decoded pictures. That touches only the pixels that have ink:
 * turning whole pictures to RGB and back would cost several times what decoding does, and lose colours.
 */
export interface CaptionInk {
  /** Where it lies on the picture: whole pixels, all even. */
  readonly rect: Rect;
  readonly luma: PlaneInk;
  /** Half as wide and as high. */
  readonly cb: PlaneInk;
  readonly cr: PlaneInk;
}

/** For each sample, what is kept of the picture (0 to 255) and what is added, in 255ths. */
export interface PlaneInk {
  readonly width: number;
  readonly height: number;
  readonly kept: Uint8Array;
  readonly added: Uint16Array;
}

const OPAQUE = 255;
/** Rounds a sum of 255ths to the nearest whole. */
const HALF = 127;

/**
 * @param rgba what is drawn, in pixels of `rect`: straight alpha.
 * @param rect even in all its numbers.
 */
export function inkOf(rgba: Uint8ClampedArray, rect: Rect, colours: PictureColours): CaptionInk {
  const { width, height } = rect;
  const matrix = yccMatrix(colours);
  const ink = { rect, luma: plane(width, height), cb: plane(width / 2, height / 2), cr: plane(width / 2, height / 2) };
  for (let at = 0; at < width * height; at++) {
    const alpha = rgba[4 * at + 3] as number;
    if (alpha === 0) continue;
    const value = sumOf(matrix.luma, rgba[4 * at] as number, rgba[4 * at + 1] as number, rgba[4 * at + 2] as number);
    setSample(ink.luma, at, alpha, value);
  }
  for (let y = 0, at = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, at++) {
      // A chroma sample stands for its block of four: each counts by its alpha.
      let [alphas, red, green, blue] = [0, 0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const from = 4 * ((y + (corner >> 1)) * width + x + (corner & 1));
        const alpha = rgba[from + 3] as number;
        alphas += alpha;
        red += alpha * (rgba[from] as number);
        green += alpha * (rgba[from + 1] as number);
        blue += alpha * (rgba[from + 2] as number);
      }
      if (alphas === 0) continue;
      const mean = Math.round(alphas / 4);
      setSample(ink.cb, at, mean, sumOf(matrix.cb, red / alphas, green / alphas, blue / alphas));
      setSample(ink.cr, at, mean, sumOf(matrix.cr, red / alphas, green / alphas, blue / alphas));
    }
  }
  return ink;
}

/** Lays ink over a picture's bytes. */
export function layInk(bytes: Uint8Array, places: PicturePlaces, { rect, luma, cb, cr }: CaptionInk): void {
  layPlane(bytes, places.luma, luma, rect.x, rect.y);
  layPlane(bytes, places.cb, cb, rect.x / 2, rect.y / 2);
  layPlane(bytes, places.cr, cr, rect.x / 2, rect.y / 2);
}

function plane(width: number, height: number): PlaneInk {
  return { width, height, kept: new Uint8Array(width * height).fill(OPAQUE), added: new Uint16Array(width * height) };
}

function sumOf(row: YccRow, red: number, green: number, blue: number): number {
  return row.black + row.red * red + row.green * green + row.blue * blue;
}

/** @param alpha a whole number. */
function setSample({ kept, added }: PlaneInk, at: number, alpha: number, value: number): void {
  kept[at] = OPAQUE - alpha;
  added[at] = Math.round(value * alpha);
}

function layPlane(bytes: Uint8Array, place: PlanePlace, ink: PlaneInk, left: number, top: number): void {
  const { width, height, kept, added } = ink;
  for (let row = 0, at = 0; row < height; row++) {
    let to = place.offset + (top + row) * place.stride + left * place.step;
    for (let column = 0; column < width; column++, at++, to += place.step) {
      const rest = kept[at] as number;
      if (rest === OPAQUE) continue;
      const sum = (bytes[to] as number) * rest + (added[at] as number) + HALF;
      // Division by 255, exact for all sums of 16 bits.
      bytes[to] = Math.imul(sum, 0x8081) >>> 23;
    }
  }
}
