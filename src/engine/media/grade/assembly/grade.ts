/**
 * A colour matrix over RGBA pixels, in place, with WebAssembly SIMD. AssemblyScript, built by `npm run kernel`.
 *
 * Coefficients are Q12 (times 4096; an i16 holds -8 to 8), offsets are Q12 of a byte. A channel is
 * (kR R + kG G + kB B + offset + half) >> 12, held to 0..255. Alpha stays.
 *
 * Lanes: a pixel is one little-endian u32. `v & 0x00ff00ff` is the i16 pair (R, B), and `v >>> 8` per i16 is (G, A), so
 * one dot product of i16 pairs gives kR R + kB B for four pixels at once, and another kG G + 0 A.
 */

/** Takes `bytes`, rounded up to pages, from memory. @returns the first byte's address, or -1 where there is no memory. */
export function reserve(bytes: i32): i32 {
  const start = memory.size() << 16;
  return memory.grow((bytes + 0xffff) >> 16) < 0 ? -1 : start;
}

const HALF: i32 = 1 << 11;

/** The i16 pair (low, high) in each of four lanes. */
function pairs(low: i32, high: i32): v128 {
  return i32x4.splat((low & 0xffff) | (high << 16));
}

function channel(rb: v128, ga: v128, krb: v128, kga: v128, offset: v128): v128 {
  const sum = i32x4.add(i32x4.add(i32x4.dot_i16x8_s(rb, krb), i32x4.dot_i16x8_s(ga, kga)), offset);
  return i32x4.min_s(i32x4.max_s(i32x4.shr_s(sum, 12), i32x4.splat(0)), i32x4.splat(255));
}

/**
 * `pixels` (a multiple of 4) from address `at`. Each row of the matrix is red, green, blue, offset.
 */
export function apply(
  at: i32,
  pixels: i32,
  rr: i32,
  rg: i32,
  rb: i32,
  ro: i32,
  gr: i32,
  gg: i32,
  gb: i32,
  go: i32,
  br: i32,
  bg: i32,
  bb: i32,
  bo: i32,
): void {
  const redRb = pairs(rr, rb);
  const redGa = pairs(rg, 0);
  const greenRb = pairs(gr, gb);
  const greenGa = pairs(gg, 0);
  const blueRb = pairs(br, bb);
  const blueGa = pairs(bg, 0);
  const redOffset = i32x4.splat(ro + HALF);
  const greenOffset = i32x4.splat(go + HALF);
  const blueOffset = i32x4.splat(bo + HALF);
  const low = i32x4.splat(0x00ff00ff);
  const alpha = i32x4.splat(0xff000000);
  const end = at + pixels * 4;
  for (let place = at; place < end; place += 16) {
    const v = v128.load(place);
    const oddEven = v128.and(v, low);
    const greenAlpha = i16x8.shr_u(v, 8);
    const red = channel(oddEven, greenAlpha, redRb, redGa, redOffset);
    const green = channel(oddEven, greenAlpha, greenRb, greenGa, greenOffset);
    const blue = channel(oddEven, greenAlpha, blueRb, blueGa, blueOffset);
    const colours = v128.or(red, v128.or(i32x4.shl(green, 8), i32x4.shl(blue, 16)));
    v128.store(place, v128.or(colours, v128.and(v, alpha)));
  }
}
