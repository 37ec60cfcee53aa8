import type { Rect } from '#core/geometry.ts';
import { type PictureColours, toYcc } from './picture-colours.ts';

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

/** Where a plane lies in a picture's bytes. */
export interface PlanePlace {
  readonly offset: number;
  /** From one row to the next. */
  readonly stride: number;
  /** From one sample to the next: 2 where both chromas take turns. */
  readonly step: number;
}

export interface PicturePlaces {
  readonly luma: PlanePlace;
  readonly cb: PlanePlace;
  readonly cr: PlanePlace;
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
  const [luma, cb, cr] = [plane(width, height), plane(width / 2, height / 2), plane(width / 2, height / 2)];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let [alphas, blues, reds] = [0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const at = (y + (corner >> 1)) * width + x + (corner & 1);
        const alpha = rgba[4 * at + 3] ?? 0;
        if (alpha === 0) continue;
        const [l, b, r] = toYcc(rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0, colours);
        setSample(luma, at, alpha, l * alpha);
        alphas += alpha;
        blues += b * alpha;
        reds += r * alpha;
      }
      // A chroma sample stands for its block of four: each counts by its alpha.
      if (alphas === 0) continue;
      const at = ((y / 2) * width) / 2 + x / 2;
      setSample(cb, at, alphas / 4, blues / 4);
      setSample(cr, at, alphas / 4, reds / 4);
    }
  }
  return { rect, luma, cb, cr };
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

function setSample({ kept, added }: PlaneInk, at: number, alpha: number, sum: number): void {
  const whole = Math.round(alpha);
  kept[at] = OPAQUE - whole;
  // Alpha that was rounded takes its colour along: a caption of one colour has that colour at its edges.
  added[at] = Math.round((sum * whole) / alpha);
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
