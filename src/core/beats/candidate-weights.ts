import type { Evidence } from './candidate-evidence.ts';

/**
 * How much each piece of evidence counts, fitted (softmax over the readings of a piece, with L2 regularisation) on
 * rendered music and synthetic rhythms with known beats. Fitted again with each song left out, the choice stays the same
 * in quality, so these are no memory of the songs. A change in `weighEvidence` or in what it is fed asks for a new fit.
 */
export const EVIDENCE_WEIGHTS: Evidence = {
  tempo: 0.79,
  tempoSquared: -0.557,
  highOnBeat: 0.86,
  lowBetween: -0.299,
  middleBetween: -0.186,
  highBetween: 0.131,
  emptyBeats: -0.94,
  thirds: -0.696,
  unevenQuarters: -0.37,
  repetition: 3.801,
  ticks: 2.375,
  highAlternates: 0.26,
  backbeat: -0.006,
  harmonyOnBeat: 2.627,
  bassOnBeat: -3.394,
  harmonyInFours: 0.484,
  harmonyInThrees: -15.409,
  bassInFours: 9.746,
  barContrast: 0.396,
  threes: 2.352,
};
