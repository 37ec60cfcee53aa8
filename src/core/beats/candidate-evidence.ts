import { barEvidence, downbeatLikelihoods } from './bar-evidence.ts';
import { type ChromaSums, harmonicChanges, mean, peakNear } from './beat-sync.ts';
import { findBars } from './find-bars.ts';
import type { OnsetStrength } from './onset-strength.ts';
import { FRAME_RATE, type RhythmFeatures } from './rhythm-features.ts';
import type { TempoCandidate } from './tempo-candidates.ts';

/** What speaks for or against one reading of the beats, as plain numbers about -1 to 2. */
export interface Evidence {
  /** Octaves from the usual tempo, up; and their square. */
  readonly tempo: number;
  readonly tempoSquared: number;
  /** Mean onset strength on the beats, and in the middle between them, by bands. */
  readonly highOnBeat: number;
  readonly lowBetween: number;
  readonly middleBetween: number;
  readonly highBetween: number;
  /** Share of the beats on which nothing begins. */
  readonly emptyBeats: number;
  /** Onset strength at the thirds: swing, and beats that are counted in threes. */
  readonly thirds: number;
  /** By how much the first quarter is stronger than the third, or the reverse: the signs of a shifted pulse. */
  readonly unevenQuarters: number;
  /** How much the music repeats itself at this tempo, 1 at the strongest. */
  readonly repetition: number;
  /** F-measure of the beats against the other tracker's. */
  readonly ticks: number;
  /** Every second beat differs: high bands do; where they are strong low bands are weak (kick and snare). */
  readonly highAlternates: number;
  readonly backbeat: number;
  /** Harmony and bass change on the beats rather than between them. */
  readonly harmonyOnBeat: number;
  readonly bassOnBeat: number;
  /** One in four (or three) beats stands out by its change of harmony or bass. */
  readonly harmonyInFours: number;
  readonly harmonyInThrees: number;
  readonly bassInFours: number;
  /** How well bars can be told: likelihood of their first beats above that of the others. */
  readonly barContrast: number;
  /** 1 where the bars that were found are of three. */
  readonly threes: number;
}

/** What was heard, the same for every reading. */
export interface Heard {
  readonly features: RhythmFeatures;
  readonly onsets: OnsetStrength;
  readonly tempi: readonly TempoCandidate[];
  readonly chroma: { readonly all: ChromaSums; readonly bass: ChromaSums };
  /** In frames. */
  readonly ticks: readonly number[];
}

/** Onset strength below which nothing begins. */
const EMPTY_STRENGTH = 0.3;
/** In beats per minute. */
const USUAL_TEMPO = 115;
/** Tempi nearer than this, in natural logarithms, are the same. */
const SAME_TEMPO = 0.03;
/** How near a tick has to be to a beat to agree with it, in frames. */
const AGREEMENT_FRAMES = 0.07 * FRAME_RATE;

/** @param period mean time between the beats, in frames. */
export function weighEvidence(heard: Heard, beats: readonly number[], period: number): Evidence {
  const [low, middle, high] = heard.onsets.groups as [Float32Array, Float32Array, Float32Array];
  const octaves = Math.log2((60 * FRAME_RATE) / period / USUAL_TEMPO);
  const at = (share: number) => mean([low, middle, high].map((group) => strengthAt(group, beats, share)));
  const lowAlternates = alternation(beats.map((beat) => peakNear(low, beat)));
  const highAlternates = alternation(beats.map((beat) => peakNear(high, beat)));
  return {
    tempo: octaves,
    tempoSquared: octaves ** 2,
    highOnBeat: strengthAt(high, beats, 0),
    lowBetween: strengthAt(low, beats, 1 / 2),
    middleBetween: strengthAt(middle, beats, 1 / 2),
    highBetween: strengthAt(high, beats, 1 / 2),
    emptyBeats: mean(beats.map((beat) => (peakNear(heard.onsets.total, beat) < EMPTY_STRENGTH ? 1 : 0))),
    thirds: at(1 / 3) + at(2 / 3),
    unevenQuarters: Math.abs(at(1 / 4) - at(3 / 4)),
    repetition: repetitionAt(heard.tempi, period),
    ticks: agreement(beats, heard.ticks),
    highAlternates: Math.abs(highAlternates),
    backbeat: -lowAlternates * highAlternates,
    ...harmony(heard, beats),
    ...bars(heard, beats),
  };
}

/** Mean strength at a share of the way from each beat to the next. */
function strengthAt(group: Float32Array, beats: readonly number[], share: number): number {
  return mean(beats.slice(0, -1).map((beat, n) => peakNear(group, beat + share * ((beats[n + 1] as number) - beat))));
}

/** Mean of every second value less that of the others. */
function alternation(values: readonly number[]): number {
  return mean(values.filter((_, n) => n % 2 === 0)) - mean(values.filter((_, n) => n % 2 === 1));
}

function repetitionAt(tempi: readonly TempoCandidate[], period: number): number {
  const strongest = Math.max(1e-6, ...tempi.map(({ strength }) => strength));
  const same = tempi.filter((tempo) => Math.abs(Math.log(tempo.period / period)) < SAME_TEMPO);
  return Math.max(0, ...same.map(({ strength }) => strength)) / strongest;
}

function harmony({ chroma }: Heard, beats: readonly number[]) {
  const between = beats.slice(0, -1).map((beat, n) => (beat + (beats[n + 1] as number)) / 2);
  const all = harmonicChanges(chroma.all, beats);
  const bass = harmonicChanges(chroma.bass, beats);
  return {
    harmonyOnBeat: mean(all) - mean(harmonicChanges(chroma.all, between)),
    bassOnBeat: mean(bass) - mean(harmonicChanges(chroma.bass, between)),
    harmonyInFours: standingOut(all, 4),
    harmonyInThrees: standingOut(all, 3),
    bassInFours: standingOut(bass, 4),
  };
}

/** By how much the strongest of the positions in a bar is above their mean. */
function standingOut(values: readonly number[], meter: number): number {
  const means = Array.from({ length: meter }, (_, position) => mean(values.filter((_, n) => n % meter === position)));
  return Math.max(...means) - mean(means);
}

function bars({ features, onsets }: Heard, beats: readonly number[]) {
  const likelihoods = downbeatLikelihoods(barEvidence(features, onsets, beats));
  const first = new Set(findBars(likelihoods));
  const others = likelihoods.filter((_, n) => !first.has(n));
  const firsts = likelihoods.filter((_, n) => first.has(n));
  return { barContrast: mean(firsts) - mean(others), threes: first.size * 3.5 > beats.length ? 1 : 0 };
}

function agreement(beats: readonly number[], ticks: readonly number[]): number {
  let matches = 0;
  let [beat, tick] = [0, 0];
  while (beat < beats.length && tick < ticks.length) {
    const distance = (ticks[tick] as number) - (beats[beat] as number);
    if (Math.abs(distance) <= AGREEMENT_FRAMES) matches++;
    if (distance >= -AGREEMENT_FRAMES) beat++;
    if (distance <= AGREEMENT_FRAMES) tick++;
  }
  return (2 * matches) / Math.max(1, beats.length + ticks.length);
}
