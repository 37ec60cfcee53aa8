import { describe, expect, it } from 'vitest';
import { seconds } from '../units.ts';
import { adjustGrid, type BeatAdjustment, type BeatGrid, NO_ADJUSTMENT } from './beat-grid.ts';

function gridOf(tempo: number, durationSeconds: number, { first = 0.2, meter = 4 } = {}): BeatGrid {
  const count = Math.ceil((durationSeconds - first) * (tempo / 60));
  const beats = Array.from({ length: count }, (_, index) => first + (index * 60) / tempo);
  return {
    analyserVersion: 1,
    durationSeconds: seconds(durationSeconds),
    tempo,
    confidence: 0.9,
    beats,
    downbeats: beats.filter((_, index) => index % meter === 0),
    onsets: beats,
    energy: beats.map((_, index) => (index % meter === 0 ? 0.9 : 0.3)),
  };
}

const adjusted = (grid: BeatGrid, change: Partial<BeatAdjustment>) => adjustGrid(grid, { ...NO_ADJUSTMENT, ...change });

function expectSound({ beats, downbeats, energy, durationSeconds }: BeatGrid): void {
  expect(beats).toEqual([...beats].sort((a, b) => a - b));
  expect(energy).toHaveLength(beats.length);
  expect(downbeats.every((time) => beats.includes(time))).toBe(true);
  expect(beats.every((time) => time >= 0 && time < durationSeconds)).toBe(true);
}

describe('a grid without adjustment', () => {
  it('is what was found', () => {
    const grid = gridOf(120, 10);
    expect(adjustGrid(grid, NO_ADJUSTMENT)).toBe(grid);
  });
});

describe('a doubled grid', () => {
  it('has a beat in the middle of every two, and one after the last', () => {
    const grid = adjusted(gridOf(60, 3.9), { factor: 2 });
    expect(grid.tempo).toBe(120);
    expect(grid.beats.map((time) => time.toFixed(1))).toEqual(['0.2', '0.7', '1.2', '1.7', '2.2', '2.7', '3.2', '3.7']);
    expectSound(grid);
  });

  it('keeps the bars', () => {
    const grid = gridOf(120, 20);
    expect(adjusted(grid, { factor: 2 }).downbeats).toEqual(grid.downbeats);
  });
});

describe('a halved grid', () => {
  it('keeps the beats on which bars begin', () => {
    const found = gridOf(120, 20);
    const upbeat = { ...found, beats: found.beats.slice(1), downbeats: found.downbeats.slice(1) };
    const grid = adjusted({ ...upbeat, energy: found.energy.slice(1) }, { factor: 0.5 });
    expect(grid.tempo).toBe(60);
    expect(grid.downbeats).toEqual(upbeat.downbeats);
    expect(grid.beats).toHaveLength(19);
    expectSound(grid);
  });

  it('is the same again when it was doubled first', () => {
    const grid = gridOf(97.3, 31);
    const again = adjusted(adjusted(grid, { factor: 2 }), { factor: 0.5 });
    expect(again.beats).toEqual(grid.beats);
    expect(again.downbeats).toEqual(grid.downbeats);
  });
});

describe('a shifted grid', () => {
  it('moves beats and bars but not what was heard', () => {
    const found = gridOf(120, 10);
    const grid = adjusted(found, { shiftSeconds: 0.05 });
    expect(grid.beats[0]).toBeCloseTo(0.25);
    expect(grid.downbeats[0]).toBe(grid.beats[0]);
    expect(grid.onsets).toBe(found.onsets);
    expectSound(grid);
  });

  it.each([-0.3, 9.7])('drops what leaves the music (by %d s)', (shiftSeconds) => {
    const grid = adjusted(gridOf(120, 10), { shiftSeconds });
    expect(grid.beats.length).toBeLessThan(20);
    expectSound(grid);
  });
});

describe('a tapped grid', () => {
  it('lies where the music is', () => {
    const grid = adjusted(gridOf(120, 30), { tempo: 120 });
    expect(grid.beats[0]).toBeCloseTo(0.2, 2);
    expect(grid.beats.at(-1)).toBeCloseTo(29.7, 2);
    expect(grid.confidence).toBe(1);
    expectSound(grid);
  });

  it.each([119.2, 120.9])('does not drift when %d was tapped for 120', (tempo) => {
    const grid = adjusted(gridOf(120, 180), { tempo });
    expect(grid.tempo).toBeCloseTo(120, 1);
    const late = grid.beats.findLast((time) => time < 179) ?? 0;
    expect(Math.abs(((late - 0.2) % 0.5) - 0.25)).toBeGreaterThan(0.23);
  });

  it('begins bars where they were found', () => {
    const found = gridOf(120, 30, { meter: 3 });
    const grid = adjusted(found, { tempo: 120 });
    expect(grid.downbeats).toHaveLength(found.downbeats.length);
    for (const [index, time] of grid.downbeats.entries()) expect(time).toBeCloseTo(found.downbeats[index] ?? -1, 2);
  });

  it('begins with the beats of the bars when half the tempo was tapped', () => {
    const found = gridOf(120, 30);
    const grid = adjusted(found, { tempo: 60 });
    expect(grid.beats[0]).toBeCloseTo(0.2, 2);
    expect(grid.downbeats[1]).toBeCloseTo(found.downbeats[1] ?? -1, 2);
  });

  it('fills music in which nothing was found', () => {
    const nothing = { ...gridOf(120, 10), tempo: 0, confidence: 0, beats: [], downbeats: [], onsets: [], energy: [] };
    const grid = adjusted(nothing, { tempo: 90 });
    expect(grid.tempo).toBe(90);
    expect(grid.beats[1]).toBeCloseTo(60 / 90);
    expect(grid.beats).toHaveLength(15);
    expectSound(grid);
  });

  it('is halved and shifted after that', () => {
    const grid = adjusted(gridOf(120, 30), { tempo: 120, factor: 0.5, shiftSeconds: 0.1 });
    expect(grid.tempo).toBeCloseTo(60, 1);
    expect(grid.beats[0]).toBeCloseTo(0.3, 2);
  });
});
