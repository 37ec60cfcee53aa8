/**
 * Makes a plane of bytes smaller, with WebAssembly SIMD. AssemblyScript, built by `npm run kernel`.
 *
 * Rows are squeezed first, each once, into a ring of as many rows as one row of the result is made of. Weights are Q14
 * and add up to 1; squeezed rows are Q6 in an i16, which leaves room for what a cubic overshoots.
 */

/** Takes `bytes`, rounded up to pages, from memory. @returns the first byte's address, or -1 where there is no memory. */
export function reserve(bytes: i32): i32 {
  const start = memory.size() << 16;
  return memory.grow((bytes + 0xffff) >> 16) < 0 ? -1 : start;
}

/** One row, made narrower: `taps` (a multiple of 8) weights for each of `width` samples. */
function across(source: i32, starts: i32, weights: i32, taps: i32, target: i32, width: i32): void {
  for (let x = 0; x < width; x++) {
    const from = source + load<i32>(starts + (x << 2));
    let sum = i32x4.splat(0);
    for (let tap = 0; tap < taps; tap += 8) {
      const samples = v128.load_ext<u8>(from + tap);
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(samples, v128.load(weights + (tap << 1))));
    }
    weights += taps << 1;
    const total =
      i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
    store<i16>(target + (x << 1), <i16>((total + 128) >> 8));
  }
}

const HALF: i32 = 1 << 19;

/** One row of the result, of `taps` (even) squeezed rows whose addresses stand in `rows`. Writes whole eights of bytes. */
function down(rows: i32, weights: i32, taps: i32, target: i32, width: i32): void {
  for (let x = 0; x < width; x += 8) {
    let low = i32x4.splat(HALF);
    let high = i32x4.splat(HALF);
    for (let tap = 0; tap < taps; tap += 2) {
      const first = v128.load(load<i32>(rows + (tap << 2)) + (x << 1));
      const second = v128.load(load<i32>(rows + ((tap + 1) << 2)) + (x << 1));
      const pair = v128.load_splat<i32>(weights + (tap << 1));
      low = i32x4.add(low, i32x4.dot_i16x8_s(v128.shuffle<i16>(first, second, 0, 8, 1, 9, 2, 10, 3, 11), pair));
      high = i32x4.add(high, i32x4.dot_i16x8_s(v128.shuffle<i16>(first, second, 4, 12, 5, 13, 6, 14, 7, 15), pair));
    }
    const wide = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 20), i32x4.shr_s(high, 20));
    store<i64>(target + x, i64x2.extract_lane(i8x16.narrow_i16x8_u(wide, wide), 0));
  }
}

/**
 * A whole plane.
 * @param stride of the source, from row to row.
 * @param ring room for `downTaps` rows of i16, `ringStride` bytes apart.
 * @param rows room for `downTaps` addresses.
 * @param target rows follow each other without a gap; up to 7 bytes behind the last one are overwritten.
 */
export function scale(
  source: i32,
  stride: i32,
  acrossStarts: i32,
  acrossWeights: i32,
  acrossTaps: i32,
  downStarts: i32,
  downWeights: i32,
  downTaps: i32,
  ring: i32,
  ringStride: i32,
  rows: i32,
  target: i32,
  width: i32,
  height: i32,
): void {
  let squeezed = 0;
  for (let y = 0; y < height; y++) {
    const first = load<i32>(downStarts + (y << 2));
    if (squeezed < first) squeezed = first;
    for (; squeezed < first + downTaps; squeezed++) {
      const place = ring + (squeezed % downTaps) * ringStride;
      across(source + squeezed * stride, acrossStarts, acrossWeights, acrossTaps, place, width);
    }
    for (let tap = 0; tap < downTaps; tap++) {
      store<i32>(rows + (tap << 2), ring + ((first + tap) % downTaps) * ringStride);
    }
    down(rows, downWeights + y * (downTaps << 1), downTaps, target + y * width, width);
  }
}
