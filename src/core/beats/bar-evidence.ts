import { BAR_BIAS, BAR_WEIGHTS } from './bar-weights.ts';
import { ChromaSums, harmonicChanges, mean, peakNear } from './beat-sync.ts';
import { type OnsetStrength, valueAt } from './onset-strength.ts';
import type { RhythmFeatures } from './rhythm-features.ts';

/** Neighbours that are looked at on each side. */
const REACH = 2;
/**
 * For each beat a row of numbers: how low, middle and high bands set in, how harmony and bass change, how loud it is; of
 * the beat itself and of its neighbours, in standard deviations from the piece's mean.
 * @param beats in frames.
 */
export function barEvidence(features: RhythmFeatures, onsets: OnsetStrength, beats: readonly number[]): number[][] {
  const facts = [
    ...onsets.groups.map((group) => beats.map((beat) => peakNear(group, beat))),
    harmonicChanges(new ChromaSums(features.chroma), beats),
    harmonicChanges(new ChromaSums(features.bass), beats),
    beats.map((beat) => Math.max(valueAt(features.level, beat + 2), valueAt(features.level, beat + 5))),
  ].map(standardised);
  return beats.map((_, n) => {
    const neighbours = Array.from({ length: 2 * REACH + 1 }, (_, k) => n + k - REACH);
    return neighbours.flatMap((at) => facts.map((fact) => fact[at] ?? 0));
  });
}

/** How much likelier each beat begins a bar than not, as a logarithm. */
export function downbeatLikelihoods(evidence: readonly number[][]): number[] {
  return evidence.map((row) => row.reduce((sum, value, n) => sum + value * (BAR_WEIGHTS[n] as number), BAR_BIAS));
}

function standardised(values: readonly number[]): number[] {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (value - middle) / (deviation + 1e-6));
}
