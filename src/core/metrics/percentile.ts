/**
 * The nearest-rank percentile: the smallest of the values that at least `percent` of a hundred of them do not exceed. It is always one
 * of the values themselves, with one value it is that value, and it needs no assumption of how they are spread.
 * (The definition of NIST/SEMATECH's handbook, 7.2.6.2, without interpolation.)
 *
 * @param percent above 0, up to 100.
 * @returns null for an empty list.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  // A product such as 0.95 * 20 may lie a rounding error above the whole number that it is.
  const rank = Math.ceil((percent * sorted.length) / 100 - 1e-9);
  return sorted[Math.max(1, rank) - 1] ?? null;
}

/** How values are spread, in their own unit. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** @returns null for an empty list. */
export function spreadOf(values: readonly number[]): Spread | null {
  const [p50, p95, p99] = [percentile(values, 50), percentile(values, 95), percentile(values, 99)];
  return p50 === null || p95 === null || p99 === null ? null : { count: values.length, p50, p95, p99 };
}
