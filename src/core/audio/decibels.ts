/** Factor of an amplitude for a gain in decibels. */
export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** Gain in decibels of a factor of an amplitude; `-Infinity` for 0. */
export function toDecibels(factor: number): number {
  return 20 * Math.log10(factor);
}
