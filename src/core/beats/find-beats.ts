import { BEAT_ANALYSER_VERSION } from './analyser-version.ts';
import { barEvidence, downbeatLikelihoods } from './bar-evidence.ts';
import { beatCandidates } from './beat-candidates.ts';
import { type BeatGrid, FASTEST_TEMPO, SLOWEST_TEMPO } from './beat-grid.ts';
import { chooseCandidate } from './choose-candidate.ts';
import { findBars } from './find-bars.ts';
import { beatEnergies, onsetTimes, soundingSpan } from './onset-facts.ts';
import { type OnsetStrength, onsetStrength, valueAt } from './onset-strength.ts';
import { CHROMA_RATE, FRAME_RATE, PITCH_CLASSES, type RhythmFeatures } from './rhythm-features.ts';
import { steadiness, tempoCandidates } from './tempo-candidates.ts';

/** Shorter sounds have no pulse. */
const SHORTEST_SECONDS = 2;
/** Quieter than -60 dB is silence. */
const SILENT_PEAK = 0.001;
/** Long music is read in sections: their tempi differ, and memory stays small. In frames, with what two of them share. */
const SECTION_FRAMES = 240 * FRAME_RATE;
const SHARED_FRAMES = 20 * FRAME_RATE;
/** An onset is strongest this long after it began, in frames: the window's half has to fill. */
const LATENCY_FRAMES = 0.4;

/** What one section gives, in frames from the start of the music. */
interface Section {
  readonly beats: readonly number[];
  readonly bars: ReadonlySet<number>;
  readonly confidence: number;
}

/**
 * The beats of a piece of music.
 * @param ticks beats that another tracker found, in seconds: one more witness.
 * @param onProgress is told how far it is, 0 to 1.
 */
export function findBeats(
  features: RhythmFeatures,
  ticks: readonly number[],
  onProgress: (fraction: number) => void = () => undefined,
): BeatGrid {
  const { durationSeconds, frames, peak } = features;
  if (durationSeconds < SHORTEST_SECONDS || peak < SILENT_PEAK) return emptyGrid(features);
  const onsets = onsetStrength(features.flux);
  const sections: Section[] = [];
  const spans = sectionSpans(frames);
  let period: number | null = null;
  for (const [n, span] of spans.entries()) {
    const section = readSection(part(features, span), partOfOnsets(onsets, span), ticksIn(ticks, span), span, period);
    sections.push(section);
    period = medianGap(section.beats) || period;
    onProgress((n + 1) / spans.length);
  }
  const joined = joinSections(sections, spans);
  const sounding = soundingSpan(features.level);
  const inside = (beat: number) => beat >= sounding.from && beat < sounding.to;
  const beats = joined.beats.filter(inside);
  const gap = medianGap(beats);
  const tempo = gap > 0 ? (60 * FRAME_RATE) / gap : 0;
  if (beats.length < 3 || tempo < SLOWEST_TEMPO * 0.95 || tempo > FASTEST_TEMPO * 1.05) {
    return { ...emptyGrid(features), onsets: onsetTimes(onsets.total) };
  }
  const inSeconds = (frame: number) => Math.max(0, (frame - LATENCY_FRAMES) / FRAME_RATE);
  return {
    analyserVersion: BEAT_ANALYSER_VERSION,
    durationSeconds,
    tempo,
    confidence: joined.confidence,
    beats: beats.map(inSeconds),
    downbeats: beats.filter((beat) => joined.bars.has(beat)).map(inSeconds),
    onsets: onsetTimes(onsets.total),
    energy: beatEnergies(features.level, beats),
  };
}

function emptyGrid({ durationSeconds }: RhythmFeatures): BeatGrid {
  const nothing = { tempo: 0, confidence: 0, beats: [], downbeats: [], onsets: [], energy: [] };
  return { analyserVersion: BEAT_ANALYSER_VERSION, durationSeconds, ...nothing };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Sections of equal length that share `SHARED_FRAMES` with the next. */
function sectionSpans(frames: number): Span[] {
  const count = Math.max(1, Math.ceil((frames - SHARED_FRAMES) / (SECTION_FRAMES - SHARED_FRAMES)));
  const step = Math.ceil((frames - SHARED_FRAMES) / count);
  return Array.from({ length: count }, (_, n) => ({
    from: n * step,
    to: n === count - 1 ? frames : (n + 1) * step + SHARED_FRAMES,
  }));
}

function part(features: RhythmFeatures, { from, to }: Span): RhythmFeatures {
  const rows = (frame: number) => Math.round((frame / FRAME_RATE) * CHROMA_RATE) * PITCH_CLASSES;
  return {
    ...features,
    frames: to - from,
    flux: features.flux.map((group) => group.subarray(from, to)),
    level: features.level.subarray(from, to),
    chroma: features.chroma.subarray(rows(from), rows(to)),
    bass: features.bass.subarray(rows(from), rows(to)),
  };
}

function partOfOnsets({ groups, total }: OnsetStrength, { from, to }: Span): OnsetStrength {
  return { groups: groups.map((group) => group.subarray(from, to)), total: total.subarray(from, to) };
}

/** In seconds from the start of the span. */
function ticksIn(ticks: readonly number[], { from, to }: Span): number[] {
  return ticks
    .filter((time) => time * FRAME_RATE >= from && time * FRAME_RATE < to)
    .map((time) => time - from / FRAME_RATE);
}

function readSection(
  features: RhythmFeatures,
  onsets: OnsetStrength,
  ticks: readonly number[],
  { from }: Span,
  periodBefore: number | null,
): Section {
  const tempi = tempoCandidates(onsets.total);
  const choice = chooseCandidate(beatCandidates(features, onsets, tempi, ticks), periodBefore);
  if (!choice) return { beats: [], bars: new Set(), confidence: 0 };
  const beats = choice.beats.map((beat) => from + finePosition(onsets.total, beat));
  const bars = findBars(downbeatLikelihoods(barEvidence(features, onsets, choice.beats)));
  return { beats, bars: new Set(bars.map((n) => beats[n] as number)), confidence: steadiness(tempi) };
}

/** The top of the parabola through the strongest frame near a beat and its neighbours. */
function finePosition(onsets: Float32Array, beat: number): number {
  const nearest = Math.round(beat);
  let top = nearest;
  for (let n = nearest - 2; n <= nearest + 2; n++) if ((onsets[n] ?? 0) > (onsets[top] ?? 0)) top = n;
  const [before, at, after] = [valueAt(onsets, top - 1), valueAt(onsets, top), valueAt(onsets, top + 1)];
  const bend = before - 2 * at + after;
  // Nothing begins here: the pulse goes on by itself.
  if (at < 0.5 || bend >= 0) return beat;
  return top + Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend));
}

/** Each section counts up to the middle of what it shares with the next. */
function joinSections(sections: readonly Section[], spans: readonly Span[]): Section {
  const beats: number[] = [];
  let weighed = 0;
  for (const [n, section] of sections.entries()) {
    const span = spans[n] as Span;
    const from = n === 0 ? 0 : span.from + SHARED_FRAMES / 2;
    const to = n === sections.length - 1 ? Number.POSITIVE_INFINITY : span.to - SHARED_FRAMES / 2;
    const gap = medianGap(section.beats);
    // Two sections may place the beat at their border a little differently.
    const fresh = section.beats.filter((beat) => beat >= from && beat < to);
    const last = beats.at(-1);
    beats.push(...(last === undefined ? fresh : fresh.filter((beat) => beat - last > gap / 2)));
    weighed += section.confidence * (span.to - span.from);
  }
  const whole = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const bars = new Set(sections.flatMap((section) => [...section.bars]));
  return { beats, bars, confidence: weighed / whole };
}

/** 0 where there are no two beats. */
function medianGap(beats: readonly number[]): number {
  const gaps = beats.slice(1).map((beat, n) => beat - (beats[n] as number));
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
}
