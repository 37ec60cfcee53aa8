import type { BeatCandidate } from './beat-candidates.ts';
import type { Evidence } from './candidate-evidence.ts';
import { EVIDENCE_WEIGHTS } from './candidate-weights.ts';

/** What going on at the tempo of the section before is worth, in the unit of the weighed evidence. */
const SAME_TEMPO_BONUS = 1;
/** Tempi nearer than this, in natural logarithms, go on. */
const SAME_TEMPO = 0.06;

/** The likeliest reading; null where there is none. @param periodBefore of the section before, in frames. */
export function chooseCandidate(
  candidates: readonly BeatCandidate[],
  periodBefore: number | null,
): BeatCandidate | null {
  let best: BeatCandidate | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const goesOn = periodBefore !== null && Math.abs(Math.log(candidate.period / periodBefore)) < SAME_TEMPO;
    const score = weigh(candidate.evidence) + (goesOn ? SAME_TEMPO_BONUS : 0);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function weigh(evidence: Evidence): number {
  const names = Object.keys(EVIDENCE_WEIGHTS) as (keyof Evidence)[];
  return names.reduce((sum, name) => sum + EVIDENCE_WEIGHTS[name] * evidence[name], 0);
}
