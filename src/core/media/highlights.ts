/** How much there is to see in a clip, window by window. */
export interface HighlightCurve {
  readonly windowSeconds: number;
  readonly scores: readonly number[];
}

/** Where the part of `lengthSeconds` begins that is most worth seeing, in seconds. */
export function bestPart(_curve: HighlightCurve, _lengthSeconds: number, _durationSeconds: number): number {
  return 0;
}
