/** How one shot gives way to the next, besides the hard cut. */
export const TRANSITION_KINDS = ['crossfade', 'slide', 'zoom', 'whip', 'flash', 'dip-to-black'] as const;
export type TransitionKind = (typeof TRANSITION_KINDS)[number];

/** Centred on the cut, which is its middle: half of it lies before the incoming clip's own span. */
export interface Transition {
  readonly kind: TransitionKind;
  /** Even, at least 2. */
  readonly durationFrames: number;
}
