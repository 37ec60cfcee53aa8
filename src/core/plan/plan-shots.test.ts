import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BeatGrid } from '../beats/beat-grid.ts';
import { type MediaItem, mediaItem } from '../project/project.ts';
import { seconds } from '../units.ts';
import { planShots, SHORTEST_SHOT_SECONDS, type Shot, type ShotRules } from './plan-shots.ts';

const RATE = { numerator: 30, denominator: 1 };

/** A steady pulse in 4/4 from `first`, equally strong unless `energyAt` says otherwise. */
function click(tempo: number, durationSeconds: number, first = 0, energyAt = (_time: number) => 0.5): BeatGrid {
  const beats: number[] = [];
  for (let time = first; time < durationSeconds; time = first + (beats.length * 60) / tempo) beats.push(time);
  return {
    analyserVersion: 1,
    durationSeconds: seconds(durationSeconds),
    tempo,
    confidence: 1,
    beats,
    downbeats: beats.filter((_, index) => index % 4 === 0),
    onsets: beats,
    energy: beats.map(energyAt),
  };
}

function items(count: number): MediaItem[] {
  return Array.from({ length: count }, (_, index) => mediaItem(`item-${index}`, `asset-${index}`));
}

function plan(shown: readonly MediaItem[], durationSeconds: number, rules: Partial<ShotRules> = {}): Shot[] {
  return planShots(shown, {
    durationFrames: Math.round(durationSeconds * 30),
    frameRate: RATE,
    pace: { quietSeconds: 4, strongSeconds: 2 },
    beats: null,
    repeat: true,
    longestSeconds: () => null,
    ...rules,
  });
}

const cutsOf = (shots: readonly Shot[]) => shots.slice(1).map(({ start }) => start);

describe('cuts on the beat', () => {
  it.each([60, 97.3, 128, 174])('lie within one frame of a click at %d BPM, over 30 s and over 180 s', (tempo) => {
    for (const length of [30, 180]) {
      const beats = click(tempo, length, 0.21);
      const cuts = cutsOf(plan(items(5), length, { beats }));
      expect(cuts.length).toBeGreaterThan(length / 5);
      for (const frame of cuts) {
        const nearest = Math.min(...beats.beats.map((beat) => Math.abs(frame / 30 - beat)));
        expect(nearest).toBeLessThanOrEqual(1 / 30);
      }
    }
  });

  it('prefer the first beat of a bar', () => {
    const beats = click(120, 32);
    const cuts = cutsOf(plan(items(8), 32, { beats, repeat: false }));
    expect(cuts.filter((frame) => beats.downbeats.includes(frame / 30))).toHaveLength(7);
  });

  it('come faster where the music is strong', () => {
    const beats = click(120, 40, 0, (time) => (time < 20 ? 0 : 1));
    const cuts = cutsOf(plan(items(4), 40, { beats }));
    const quiet = cuts.filter((frame) => frame < 600).length;
    expect(cuts.length - quiet).toBeGreaterThan(1.5 * quiet);
  });

  it.each([
    { quietSeconds: 6, strongSeconds: 4 },
    { quietSeconds: 1, strongSeconds: 0.5 },
  ])(
    'come every two seconds where there is no steady pulse, at a pace of $quietSeconds to $strongSeconds s',
    (pace) => {
      const unsteady = { ...click(120, 20), confidence: 0.1 };
      expect(cutsOf(plan(items(2), 10, { beats: unsteady, pace }))).toEqual([60, 120, 180, 240]);
    },
  );

  it('fall between the beats when there are more photos than beats', () => {
    const shots = plan(items(10), 6, { beats: click(60, 6) });
    expect(shots).toHaveLength(10);
    expect(cutsOf(shots).every((frame) => frame % 15 === 0)).toBe(true);
  });
});

describe('shots', () => {
  it('are none where there is nothing to show', () => {
    expect(plan([], 10, { beats: click(120, 10) })).toEqual([]);
  });

  it('fill the video to the frame, without gap, overlap or a shot that is too short, whatever is asked', () => {
    const anyItem = fc.record({ length: fc.option(fc.double({ min: 0.05, max: 9, noNaN: true }), { nil: null }) });
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 30, max: 5400 }),
        fc.option(fc.double({ min: 40, max: 210, noNaN: true }), { nil: null }),
        fc.boolean(),
        (wanted, durationFrames, tempo, repeat) => {
          const shown = wanted.map(({ length }, index) => ({ ...mediaItem(`${index}`, 'a'), lengthSeconds: length }));
          const beats = tempo === null ? null : click(tempo, durationFrames / 30);
          const shots = plan(shown, durationFrames / 30, { beats, repeat });
          let end = 0;
          for (const { start, durationFrames: length } of shots) {
            expect(start).toBe(end);
            expect(length).toBeGreaterThanOrEqual(SHORTEST_SHOT_SECONDS * 30);
            end += length;
          }
          expect(end).toBe(durationFrames);
        },
      ),
    );
  });

  it('are the same for the same input', () => {
    const make = () => plan(items(7), 60, { beats: click(128, 60) });
    expect(make()).toEqual(make());
  });

  it('keep the length that a person gave one, and share the rest', () => {
    const [first, second, third] = items(3);
    const shown = [first, { ...(second as MediaItem), lengthSeconds: 1.7 }, third] as MediaItem[];
    const shots = plan(shown, 12, { beats: click(120, 12), repeat: false });
    expect(shots.map(({ item }) => item.id)).toEqual(['item-0', 'item-1', 'item-2']);
    expect(shots[1]?.durationFrames).toBe(51);
  });

  it('show each item once without music, or when nothing is to be repeated', () => {
    expect(plan(items(3), 60)).toHaveLength(3);
    expect(plan(items(3), 60, { beats: click(120, 60), repeat: false })).toHaveLength(3);
    const repeated = plan(items(3), 60, { beats: click(120, 60) });
    expect(repeated.slice(0, 6).map(({ item, use }) => `${item.id} ${use}`)).toEqual([
      'item-0 0',
      'item-1 0',
      'item-2 0',
      'item-0 1',
      'item-1 1',
      'item-2 1',
    ]);
  });

  it('do not outlast what a clip has to show, as long as others can take the time', () => {
    const shots = plan(items(3), 12, { longestSeconds: ({ id }) => (id === 'item-1' ? 1.5 : null) });
    expect(shots[1]?.durationFrames).toBe(45);
  });
});
