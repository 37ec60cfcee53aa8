/**
 * RGBA (or BGRA) to I420, BT.709, limited range, with WebAssembly SIMD. AssemblyScript, built by `npm run kernel`.
 *
 * With R, G, B in 0..255, Kr = 0.2126, Kg = 0.7152, Kb = 0.0722 and Y' = Kr R + Kg G + Kb B:
 *   Y  = 16  + 219/255 * Y'
 *   Cb = 128 + 224/255 * (B - Y') / (2 (1 - Kb))
 *   Cr = 128 + 224/255 * (R - Y') / (2 (1 - Kr))
 * Coefficients are rounded to Q15 (times 32768; all fit in an i16). Each chroma row sums to exactly 0, so that every grey
 * gives exactly 128; the luma row sums to 28142 = round(32768 * 219/255), so white is 235:
 *   Y :   5983  20127   2032
 *   Cb:  -3298 -11094  14392
 *   Cr:  14392 -13073  -1319
 * Luma is (sum + 16.5 * 2^15) >> 15. Chroma works on the sum of a 2x2 block (at most 1020), so it is
 * (sum + 128.5 * 2^17) >> 17: one rounding only, at the end. A chroma sample stands for its block's centre.
 *
 * Lanes: a pixel is one little-endian u32. `v & 0x00ff00ff` is the i16 pair (R, B), and `v >>> 8` per i16 is (G, A), so
 * one dot product of i16 pairs gives kR R + kB B for four pixels at once, without taking channels apart. Alpha gets
 * coefficient 0: the canvas is opaque. BGRA differs only by swapping kR and kB.
 */

const LUMA_BIAS: i32 = (16 << 15) + (1 << 14);
const CHROMA_BIAS: i32 = (128 << 17) + (1 << 16);

/** Takes `bytes`, rounded up to pages, from memory. @returns the first byte's address, or -1 where there is no memory. */
export function reserve(bytes: i32): i32 {
  const start = memory.size() << 16;
  return memory.grow((bytes + 0xffff) >> 16) < 0 ? -1 : start;
}

/**
 * Converts rows of a picture.
 *
 * `src` is the first pixel of the first row, `srcStride` the bytes from one row to the next (negative for a picture that
 * is stored upside down). `y`, `u` and `v` are the first bytes of the whole picture's planes; `top` is the first row's
 * place in them. `width`, `top` and `rows` are even; chroma rows are width / 2 bytes.
 */
export function convert(
  src: i32,
  srcStride: i32,
  y: i32,
  u: i32,
  v: i32,
  width: i32,
  top: i32,
  rows: i32,
  bgra: bool,
): void {
  const half = width >> 1;
  const yRB = bgra ? pair(2032, 5983) : pair(5983, 2032);
  const yGA = pair(20127, 0);
  const uRB = bgra ? pair(14392, -3298) : pair(-3298, 14392);
  const uGA = pair(-11094, 0);
  const vRB = bgra ? pair(-1319, 14392) : pair(14392, -1319);
  const vGA = pair(-13073, 0);
  const mask = i32x4.splat(0x00ff00ff);
  const chromaBias = i32x4.splat(CHROMA_BIAS);
  const simdWidth = width & ~7;
  for (let row = 0; row < rows; row += 2) {
    let s0 = src + row * srcStride;
    let s1 = s0 + srcStride;
    let y0 = y + (top + row) * width;
    let y1 = y0 + width;
    const chroma = ((top + row) >> 1) * half;
    let pu = u + chroma;
    let pv = v + chroma;
    const end = s0 + (simdWidth << 2);
    while (s0 < end) {
      const a0 = v128.load(s0);
      const b0 = v128.load(s0, 16);
      const a1 = v128.load(s1);
      const b1 = v128.load(s1, 16);
      const arb0 = v128.and(a0, mask);
      const aga0 = i16x8.shr_u(a0, 8);
      const brb0 = v128.and(b0, mask);
      const bga0 = i16x8.shr_u(b0, 8);
      const arb1 = v128.and(a1, mask);
      const aga1 = i16x8.shr_u(a1, 8);
      const brb1 = v128.and(b1, mask);
      const bga1 = i16x8.shr_u(b1, 8);
      const l0 = i16x8.narrow_i32x4_s(luma4(arb0, aga0, yRB, yGA), luma4(brb0, bga0, yRB, yGA));
      const l1 = i16x8.narrow_i32x4_s(luma4(arb1, aga1, yRB, yGA), luma4(brb1, bga1, yRB, yGA));
      const l = i8x16.narrow_i16x8_u(l0, l1);
      v128.store64_lane(y0, l, 0);
      v128.store64_lane(y1, l, 1);
      // Sums of 2x2 blocks: rows first, then even and odd columns.
      const arb = i16x8.add(arb0, arb1);
      const brb = i16x8.add(brb0, brb1);
      const aga = i16x8.add(aga0, aga1);
      const bga = i16x8.add(bga0, bga1);
      const rb = i16x8.add(v128.shuffle<i32>(arb, brb, 0, 2, 4, 6), v128.shuffle<i32>(arb, brb, 1, 3, 5, 7));
      const ga = i16x8.add(v128.shuffle<i32>(aga, bga, 0, 2, 4, 6), v128.shuffle<i32>(aga, bga, 1, 3, 5, 7));
      const cu = chroma4(rb, ga, uRB, uGA, chromaBias);
      const cv = chroma4(rb, ga, vRB, vGA, chromaBias);
      const c16 = i16x8.narrow_i32x4_s(cu, cv);
      const c = i8x16.narrow_i16x8_u(c16, c16);
      v128.store32_lane(pu, c, 0);
      v128.store32_lane(pv, c, 1);
      s0 += 32;
      s1 += 32;
      y0 += 8;
      y1 += 8;
      pu += 4;
      pv += 4;
    }
    for (let x = simdWidth; x < width; x += 2) {
      const p00 = load<u32>(s0);
      const p01 = load<u32>(s0, 4);
      const p10 = load<u32>(s1);
      const p11 = load<u32>(s1, 4);
      store<u8>(y0, luma1(p00, bgra));
      store<u8>(y0, luma1(p01, bgra), 1);
      store<u8>(y1, luma1(p10, bgra));
      store<u8>(y1, luma1(p11, bgra), 1);
      const first = channel(p00, 0) + channel(p01, 0) + channel(p10, 0) + channel(p11, 0);
      const g = channel(p00, 8) + channel(p01, 8) + channel(p10, 8) + channel(p11, 8);
      const third = channel(p00, 16) + channel(p01, 16) + channel(p10, 16) + channel(p11, 16);
      const r = bgra ? third : first;
      const b = bgra ? first : third;
      store<u8>(pu, (-3298 * r - 11094 * g + 14392 * b + CHROMA_BIAS) >> 17);
      store<u8>(pv, (14392 * r - 13073 * g - 1319 * b + CHROMA_BIAS) >> 17);
      s0 += 8;
      s1 += 8;
      y0 += 2;
      y1 += 2;
      pu += 1;
      pv += 1;
    }
  }
}

/** The same two i16 numbers in every lane of 32 bits. */
function pair(first: i32, second: i32): v128 {
  return i32x4.splat((first & 0xffff) | (second << 16));
}

function luma4(rb: v128, ga: v128, yRB: v128, yGA: v128): v128 {
  const sum = i32x4.add(i32x4.dot_i16x8_s(rb, yRB), i32x4.dot_i16x8_s(ga, yGA));
  return i32x4.shr_s(i32x4.add(sum, i32x4.splat(LUMA_BIAS)), 15);
}

function chroma4(rb: v128, ga: v128, kRB: v128, kGA: v128, bias: v128): v128 {
  const sum = i32x4.add(i32x4.dot_i16x8_s(rb, kRB), i32x4.dot_i16x8_s(ga, kGA));
  return i32x4.shr_s(i32x4.add(sum, bias), 17);
}

function luma1(pixel: u32, bgra: bool): i32 {
  const first = channel(pixel, 0);
  const third = channel(pixel, 16);
  const r = bgra ? third : first;
  const b = bgra ? first : third;
  return (5983 * r + 20127 * channel(pixel, 8) + 2032 * b + LUMA_BIAS) >> 15;
}

function channel(pixel: u32, shift: u32): i32 {
  return <i32>((pixel >> shift) & 255);
}
