import { ChromaSums } from './beat-sync.ts';
import { type Evidence, weighEvidence } from './candidate-evidence.ts';
import type { OnsetStrength } from './onset-strength.ts';
import { FRAME_RATE, type RhythmFeatures } from './rhythm-features.ts';
import { LONGEST_PERIOD, SHORTEST_PERIOD, type TempoCandidate } from './tempo-candidates.ts';
import { trackBeats } from './track-beats.ts';

/** One reading of where the beats are, and what speaks for it. */
export interface BeatCandidate {
  /** In frames, between frames too. */
  readonly beats: readonly number[];
  /** Mean time between beats, in frames. */
  readonly period: number;
  readonly evidence: Evidence;
}

/** Where between the beats of a pulse that was found the true beats may lie: off-beats, swing, syncopation. */
const SHIFTS = [0, 1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4];
const FEWEST_BEATS = 4;
/** A tracked tempo may end a little outside of the range in which it was looked for. */
const RANGE_SLACK = 1.05;

/** Every reading worth weighing. @param ticks beats that another tracker found, in seconds. */
export function beatCandidates(
  features: RhythmFeatures,
  onsets: OnsetStrength,
  tempi: readonly TempoCandidate[],
  ticks: readonly number[],
): BeatCandidate[] {
  const tickFrames = ticks.map((time) => time * FRAME_RATE);
  const chroma = { all: new ChromaSums(features.chroma), bass: new ChromaSums(features.bass) };
  const heard = { features, onsets, tempi, chroma, ticks: tickFrames };
  const pulses = [...tempi.map(({ period }) => trackBeats(onsets.total, period)), tickFrames];
  const readings = pulses.flatMap((pulse) => SHIFTS.map((shift) => shiftBeats(pulse, shift)));
  return readings.flatMap((beats) => {
    const period = meanPeriod(beats);
    const isMusic = period * RANGE_SLACK >= SHORTEST_PERIOD && period <= LONGEST_PERIOD * RANGE_SLACK;
    if (beats.length < FEWEST_BEATS || !isMusic) return [];
    return [{ beats, period, evidence: weighEvidence(heard, beats, period) }];
  });
}

/** Beats moved by a share of the time to the next one. */
export function shiftBeats(beats: readonly number[], share: number): readonly number[] {
  if (share === 0) return beats;
  return beats.slice(0, -1).map((beat, n) => beat + share * ((beats[n + 1] as number) - beat));
}

function meanPeriod(beats: readonly number[]): number {
  return beats.length < 2 ? 0 : ((beats.at(-1) as number) - (beats[0] as number)) / (beats.length - 1);
}
