/**
 * How much each value of `barEvidence` speaks for the first beat of a bar: logistic regression on beats of rendered
 * music with known bars. In rows of one beat's facts (low, middle, high, harmony, bass, level), from two beats before to two after.
 */
// biome-ignore format: a table
export const BAR_WEIGHTS = [
  0.05, -0.13, -0.07, -0.08, -0.18, -0.13,
  -0.21, 0.12, 0.19, -0.05, -0.28, -0.07,
  0.25, -0.04, -0.09, 0.31, 0.60, 0.46,
  -0.14, 0.08, -0.00, -0.43, -0.44, -0.11,
  0.13, -0.13, -0.09, -0.11, -0.15, -0.31,
] as const;

/** The same where nothing is known: one beat in about four begins a bar. */
export const BAR_BIAS = -1.39;
