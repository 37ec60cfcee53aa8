/** Bytes that have to be there, rounded up: `46 MB`, `1.3 GB`. Decimal units, as download pages count. */
export function sizeInWords(bytes: number): string {
  if (bytes <= 999e6) return `${Math.max(1, Math.ceil(bytes / 1e6))} MB`;
  return `${(Math.ceil(bytes / 1e8) / 10).toFixed(1)} GB`;
}
