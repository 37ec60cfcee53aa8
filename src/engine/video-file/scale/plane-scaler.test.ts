import { describe, expect, it } from 'vitest';
import { scaleWeights } from '#core/convert/scale-weights.ts';
import type { Size } from '#core/geometry.ts';
import { seededRandom } from '#core/random.ts';
import kernel from '../../../../.cache/kernel/scale.wasm?url&inline';
import type { PicturePlaces } from '../picture-planes.ts';
import { PlaneScaler } from './plane-scaler.ts';

const module = await WebAssembly.compile(await (await fetch(kernel)).arrayBuffer());

function i420({ width, height }: Size): PicturePlaces {
  const chroma = width * height;
  return {
    luma: { offset: 0, stride: width, step: 1 },
    cb: { offset: chroma, stride: width / 2, step: 1 },
    cr: { offset: chroma + chroma / 4, stride: width / 2, step: 1 },
  };
}

/** Smooth, with some noise: what pictures are like. */
function picture({ width, height }: Size): Uint8Array {
  const random = seededRandom(3);
  return Uint8Array.from(
    { length: (width * height * 3) / 2 },
    (_, at) => 128 + 90 * Math.sin(at / 37) * Math.cos((at % width) / 11) + 30 * random(),
  );
}

/** The same in floating point, one plane. */
function reference(plane: Uint8Array, source: Size, target: Size, centre: number): number[] {
  const across = scaleWeights(source.width, target.width, centre, 8);
  const down = scaleWeights(source.height, target.height, 0.5, 2);
  const rows = Array.from({ length: source.height }, (_, y) =>
    Array.from(across.starts, (start, x) => {
      const shares = Array.from(across.weights.subarray(x * across.taps, (x + 1) * across.taps));
      return shares.reduce((sum, share, tap) => sum + share * (plane[y * source.width + start + tap] ?? 0), 0) / 16384;
    }),
  );
  return Array.from({ length: target.height }, (_, y) =>
    Array.from({ length: target.width }, (_, x) => {
      const shares = Array.from(down.weights.subarray(y * down.taps, (y + 1) * down.taps));
      const first = down.starts[y] ?? 0;
      const sum = shares.reduce((total, share, tap) => total + share * (rows[first + tap]?.[x] ?? 0), 0);
      return Math.min(255, Math.max(0, sum / 16384));
    }),
  ).flat();
}

describe('planes that are made smaller', () => {
  // 90 and 22 are no multiples of the eight samples that the kernel takes at once, 8 is fewer than a filter is long.
  it.each([
    [
      { width: 192, height: 108 },
      { width: 128, height: 72 },
    ],
    [
      { width: 180, height: 320 },
      { width: 90, height: 160 },
    ],
    [
      { width: 100, height: 64 },
      { width: 22, height: 14 },
    ],
    [
      { width: 8, height: 8 },
      { width: 4, height: 4 },
    ],
  ])('are those of a filter in floating point: $width x $height', (source, target) => {
    const bytes = picture(source);
    const scaler = new PlaneScaler(module, source, target);
    scaler.scale(bytes, i420(source));
    const [all, small] = [source.width * source.height, target.width * target.height];
    const [halfSource, halfTarget] = [source, target].map(({ width, height }) => ({
      width: width / 2,
      height: height / 2,
    })) as [Size, Size];
    const expected = [
      ...reference(bytes.subarray(0, all), source, target, 0.5),
      ...reference(bytes.subarray(all, (all * 5) / 4), halfSource, halfTarget, 0.25),
      ...reference(bytes.subarray((all * 5) / 4), halfSource, halfTarget, 0.25),
    ];
    expect(scaler.planes).toHaveLength((small * 3) / 2);
    const worst = expected.reduce((most, value, at) => Math.max(most, Math.abs(value - (scaler.planes[at] ?? 0))), 0);
    expect(worst).toBeLessThan(0.6);
  });

  it('come out alike whether their chroma took turns or not', () => {
    const [source, target] = [
      { width: 64, height: 32 },
      { width: 40, height: 20 },
    ];
    const planar = picture(source);
    const chroma = source.width * source.height;
    const turns = planar.slice();
    for (let at = 0; at < chroma / 4; at++) {
      turns[chroma + 2 * at] = planar[chroma + at] ?? 0;
      turns[chroma + 2 * at + 1] = planar[chroma + chroma / 4 + at] ?? 0;
    }
    const one = new PlaneScaler(module, source, target);
    one.scale(planar, i420(source));
    const expected = one.planes.slice();
    one.scale(turns, {
      luma: i420(source).luma,
      cb: { offset: chroma, stride: source.width, step: 2 },
      cr: { offset: chroma + 1, stride: source.width, step: 2 },
    });
    expect(one.planes).toEqual(expected);
  });

  it('keep a flat picture as it is, black and white too', () => {
    const [source, target] = [
      { width: 96, height: 54 },
      { width: 64, height: 36 },
    ];
    const scaler = new PlaneScaler(module, source, target);
    for (const level of [0, 16, 127, 235, 255]) {
      scaler.scale(new Uint8Array((96 * 54 * 3) / 2).fill(level), i420(source));
      expect(new Set(scaler.planes)).toEqual(new Set([level]));
    }
  });
});
