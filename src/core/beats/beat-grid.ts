import type { Seconds } from '../units.ts';
import { BEAT_ANALYSER_VERSION } from './analyser-version.ts';

/** The pulse of a piece of music, as an analyser found it. Times in seconds from its beginning, in order. */
export interface BeatGrid {
  readonly analyserVersion: number;
  readonly durationSeconds: Seconds;
  /** Beats per minute; 0 where there is no pulse. */
  readonly tempo: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly beats: readonly number[];
  /** The first beats of bars: a subset of `beats`. */
  readonly downbeats: readonly number[];
  readonly onsets: readonly number[];
  /** 0 to 1, one for each beat. */
  readonly energy: readonly number[];
}

/** Below this there is no pulse that cuts could follow. */
export const STEADY_CONFIDENCE = 0.4;

/** The slowest and the fastest pulse that counts as one, in beats per minute. */
export const SLOWEST_TEMPO = 40;
export const FASTEST_TEMPO = 210;

/** Of music that nobody has listened to: no pulse that cuts could follow. */
export function gridWithoutBeats(durationSeconds: Seconds): BeatGrid {
  return {
    analyserVersion: BEAT_ANALYSER_VERSION,
    durationSeconds,
    tempo: 0,
    confidence: 0,
    beats: [],
    downbeats: [],
    onsets: [],
    energy: [],
  };
}

/** What a person corrects about the beats that were found. */
export interface BeatAdjustment {
  /** Tapped, in beats per minute; null keeps what was found. */
  readonly tempo: number | null;
  readonly shiftSeconds: number;
  /** Twice as many beats, or half as many. */
  readonly factor: 0.5 | 1 | 2;
}

export const NO_ADJUSTMENT: BeatAdjustment = { tempo: null, shiftSeconds: 0, factor: 1 };

/**
 * The grid as the person wants it: a tapped tempo lays a steady grid where it meets the music best, then beats are
 * doubled or halved, then all of it is shifted. Onsets are what was heard: they stay.
 */
export function adjustGrid(grid: BeatGrid, { tempo, shiftSeconds, factor }: BeatAdjustment): BeatGrid {
  const tapped = tempo === null ? grid : steadyGrid(grid, tempo);
  const scaled = factor === 1 ? tapped : factor === 2 ? doubled(tapped) : halved(tapped);
  return shiftSeconds === 0 ? scaled : shifted(scaled, shiftSeconds);
}

function doubled(grid: BeatGrid): BeatGrid {
  const { beats, energy } = grid;
  const both = beats.flatMap((beat, index) => {
    const gap = (beats[index + 1] ?? beat) - beat || beat - (beats[index - 1] ?? beat);
    const strength = energy[index] ?? MIDDLE_ENERGY;
    const pair = [beat, beat + gap / 2].map((time) => ({ time, strength }));
    return pair.slice(0, gap > 0 && beat + gap / 2 < grid.durationSeconds ? 2 : 1);
  });
  return {
    ...grid,
    tempo: grid.tempo * 2,
    beats: both.map(({ time }) => time),
    energy: both.map(({ strength }) => strength),
  };
}

/** Keeps every second beat: those of the two halves that hold more downbeats. */
function halved(grid: BeatGrid): BeatGrid {
  const isDownbeat = membership(grid.downbeats);
  const score = (parity: number) => grid.beats.filter((beat, index) => index % 2 === parity && isDownbeat(beat)).length;
  const parity = score(1) > score(0) ? 1 : 0;
  const stays = (_: number, index: number) => index % 2 === parity;
  const beats = grid.beats.filter(stays);
  const isKept = membership(beats);
  return {
    ...grid,
    tempo: grid.tempo / 2,
    beats,
    energy: grid.energy.filter(stays),
    downbeats: grid.downbeats.filter(isKept),
  };
}

/** Beats that leave the music are dropped. */
function shifted(grid: BeatGrid, by: number): BeatGrid {
  const inside = (time: number) => time + by >= 0 && time + by < grid.durationSeconds;
  const move = (times: readonly number[]) => times.filter(inside).map((time) => time + by);
  return {
    ...grid,
    beats: move(grid.beats),
    downbeats: move(grid.downbeats),
    energy: grid.energy.filter((_, index) => inside(grid.beats[index] as number)),
  };
}

function membership(times: readonly number[]): (time: number) => boolean {
  const set = new Set(times);
  return (time) => set.has(time);
}

/** Of a beat that nothing is known about. */
const MIDDLE_ENERGY = 0.5;

/** How far hands are off when they tap a tempo: within this share, the tempo that fits the music better is taken. */
const TAP_TOLERANCE = 0.015;
/** Share by which it has to fit better. */
const BETTER_FIT = 1.1;
/** Of the phases that are compared, in seconds. */
const PHASE_STEP = 0.01;
/** Tempo steps on each side of the tapped tempo; fewer where the music is so short that finer ones make no difference. */
const MOST_TEMPO_STEPS = 200;
/** Bars where nothing tells how long they are. */
const COMMON_METER = 4;

interface Evidence {
  readonly time: number;
  readonly weight: number;
}

interface Fit {
  readonly period: number;
  /** Of the first beat, in seconds. */
  readonly phase: number;
  readonly score: number;
}

function steadyGrid(grid: BeatGrid, tappedTempo: number): BeatGrid {
  const { period, phase } = bestFit(evidenceIn(grid), 60 / tappedTempo, grid.durationSeconds);
  const count = Math.max(0, Math.ceil((grid.durationSeconds - phase) / period));
  const beats = Array.from({ length: count }, (_, index) => phase + index * period);
  return {
    ...grid,
    tempo: 60 / period,
    // A person heard it.
    confidence: 1,
    beats,
    downbeats: steadyDownbeats(beats, period, grid.downbeats),
    energy: beats.map((beat) => grid.energy[nearestIndex(grid.beats, beat)] ?? MIDDLE_ENERGY),
  };
}

function evidenceIn({ onsets, beats, downbeats }: BeatGrid): Evidence[] {
  const weighed = (times: readonly number[], weight: number) => times.map((time) => ({ time, weight }));
  return [...weighed(onsets, 1), ...weighed(beats, 2), ...weighed(downbeats, 2)];
}

function bestFit(evidence: readonly Evidence[], tappedPeriod: number, durationSeconds: number): Fit {
  const exact = fitPhase(evidence, tappedPeriod);
  // A step moves the last beat by no more than two phase steps.
  const needed = Math.ceil((TAP_TOLERANCE * durationSeconds) / (2 * PHASE_STEP));
  const steps = Math.min(MOST_TEMPO_STEPS, needed);
  let best: Fit = { ...exact, score: exact.score * BETTER_FIT };
  for (let step = -steps; step <= steps; step++) {
    const fit = fitPhase(evidence, tappedPeriod * (1 + (TAP_TOLERANCE * step) / Math.max(1, steps)));
    if (fit.score > best.score) best = fit;
  }
  return best;
}

/** The phase on which most evidence falls. */
function fitPhase(evidence: readonly Evidence[], period: number): Fit {
  const bins = new Float64Array(Math.max(1, Math.round(period / PHASE_STEP)));
  const width = period / bins.length;
  for (const { time, weight } of evidence) {
    const bin = Math.floor((time % period) / width) % bins.length;
    bins[bin] = (bins[bin] as number) + weight;
  }
  const around = (bin: number, offset: number) => bins[(bin + offset + bins.length) % bins.length] as number;
  let best = 0;
  let score = -1;
  for (let bin = 0; bin < bins.length; bin++) {
    const value = around(bin, 0) + 0.7 * (around(bin, -1) + around(bin, 1)) + 0.3 * (around(bin, -2) + around(bin, 2));
    if (value > score) [best, score] = [bin, value];
  }
  if (evidence.length === 0) return { period, phase: 0, score: 0 };
  return { period, phase: meanPhase(evidence, period, (best + 0.5) * width), score };
}

/** Mean of what falls near a phase: finer than the bins. */
function meanPhase(evidence: readonly Evidence[], period: number, phase: number): number {
  let sum = 0;
  let total = 0;
  for (const { time, weight } of evidence) {
    const distance = time - phase - Math.round((time - phase) / period) * period;
    if (Math.abs(distance) > 2.5 * PHASE_STEP) continue;
    sum += weight * distance;
    total += weight;
  }
  const mean = phase + (total > 0 ? sum / total : 0);
  // Rounding may leave a beat at the very start a hair before it.
  return ((mean % period) + period) % period < period - 1e-9 ? ((mean % period) + period) % period : 0;
}

function steadyDownbeats(beats: readonly number[], period: number, found: readonly number[]): number[] {
  const gaps = found.slice(1).map((time, index) => time - (found[index] as number));
  const middle = gaps.sort((a, b) => a - b)[gaps.length >> 1];
  const meter = middle === undefined ? COMMON_METER : Math.max(1, Math.round(middle / period));
  const votes = new Float64Array(meter);
  for (const time of found) {
    const index = nearestIndex(beats, time);
    if (index >= 0) votes[index % meter] = (votes[index % meter] as number) + 1;
  }
  const first = votes.indexOf(Math.max(...votes));
  return beats.filter((_, index) => index % meter === first);
}

/** Index of the time nearest to `time`; -1 where there is none. */
function nearestIndex(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const after = times[middle + 1] as number;
    if (time - (times[middle] as number) <= after - time) high = middle;
    else low = middle + 1;
  }
  return high < 0 ? -1 : low;
}
