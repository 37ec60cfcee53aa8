/**
 * Discrete Fourier transform in place, radix 2 (Cooley and Tukey, 1965): `X[k] = sum x[n] exp(-2 pi i k n / N)`.
 * @param re real parts; its length is a power of two.
 * @param im imaginary parts, as many.
 */
export function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  reorder(re, im);
  for (let length = 2; length <= size; length *= 2) {
    const middle = length / 2;
    for (let k = 0; k < middle; k++) {
      const angle = (-2 * Math.PI * k) / length;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let a = k; a < size; a += length) {
        const b = a + middle;
        const turnedRe = (re[b] as number) * cosine - (im[b] as number) * sine;
        const turnedIm = (re[b] as number) * sine + (im[b] as number) * cosine;
        re[b] = (re[a] as number) - turnedRe;
        im[b] = (im[a] as number) - turnedIm;
        re[a] = (re[a] as number) + turnedRe;
        im[a] = (im[a] as number) + turnedIm;
      }
    }
  }
}

/** Each value goes to where its index is written backwards. */
function reorder(re: Float64Array, im: Float64Array): void {
  for (let n = 1, reversed = 0; n < re.length; n++) {
    let bit = re.length >> 1;
    while (reversed & bit) {
      reversed ^= bit;
      bit >>= 1;
    }
    reversed |= bit;
    if (n >= reversed) continue;
    [re[n], re[reversed]] = [re[reversed] as number, re[n] as number];
    [im[n], im[reversed]] = [im[reversed] as number, im[n] as number];
  }
}
