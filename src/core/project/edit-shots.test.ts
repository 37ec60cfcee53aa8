import { describe, expect, it } from 'vitest';
import type { BeatGrid } from '../beats/beat-grid.ts';
import { audioAsset, imageAsset, lookupOf, videoAsset } from '../fixtures/assets.ts';
import type { PlanSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { renderSettings } from '../render/settings.ts';
import { sourceTimeAt } from '../timeline/playback.ts';
import { clipsOf, type Playback, shotsOf } from '../timeline/timeline.ts';
import { seconds } from '../units.ts';
import { duplicateShot, expandShots, moveShot, removeShot, setShotEnd, splitShot } from './edit-shots.ts';
import { createProject, mediaItem, musicChoice, type Project } from './project.ts';

const BEATS = Array.from({ length: 24 }, (_, index) => index * 0.5);
const GRID: BeatGrid = {
  analyserVersion: 1,
  durationSeconds: seconds(12),
  tempo: 120,
  confidence: 0.9,
  beats: BEATS,
  downbeats: BEATS.filter((_, index) => index % 4 === 0),
  onsets: BEATS,
  energy: BEATS.map(() => 0.5),
};
const SOURCES: PlanSources = {
  assets: lookupOf(imageAsset('photo'), videoAsset('clip', 20), audioAsset('song', 12)),
  beats: GRID,
  highlights: new Map(),
};
const REPEATING: Project = {
  ...createProject('p', 0, 1),
  items: [mediaItem('a', 'photo'), mediaItem('b', 'clip')],
  music: musicChoice('song'),
  style: { preset: 'bold-sale', gradeStrength: 100 },
};
const ONCE: Project = { ...REPEATING, items: ['a', 'b', 'c'].map((id) => mediaItem(id, 'photo')), repeatItems: false };

function plan(project: Project) {
  return planTimeline(project, SOURCES, renderSettings(project.format, 'normal'));
}
function spans(project: Project) {
  return shotsOf(plan(project)).map(({ assetId, start, durationFrames }) => [assetId, start, durationFrames]);
}
function counter(): () => string {
  let next = 0;
  return () => `new-${next++}`;
}
const ids = (project: Project) => project.items.map(({ id }) => id);

describe('shots that repeat', () => {
  it('become items of their own that plan to the same shots', () => {
    const own = expandShots(REPEATING, plan(REPEATING), counter());
    expect(own.items.length).toBeGreaterThan(4);
    expect(new Set(ids(own)).size).toBe(own.items.length);
    expect(own.repeatItems).toBe(false);
    expect(spans(own)).toEqual(spans(REPEATING));
    expect(shotsOf(plan(own))).toEqual(
      shotsOf(plan(REPEATING)).map((shot, index) => ({ ...shot, itemId: own.items[index]?.id })),
    );
  });
  it('are edited one at a time', () => {
    const before = spans(REPEATING).length;
    const { project } = removeShot(REPEATING, { timeline: plan(REPEATING), shot: 2 }, counter());
    expect(spans(project)).toHaveLength(before - 1);
  });
});

describe('shots', () => {
  const at = (shot: number) => ({ timeline: plan(ONCE), shot });

  it('move to another place, held inside the video', () => {
    expect(ids(moveShot(ONCE, at(0), 2, counter()).project)).toEqual(['b', 'c', 'a']);
    expect(ids(moveShot(ONCE, at(1), 99, counter()).project)).toEqual(['a', 'c', 'b']);
    expect(moveShot(ONCE, at(0), -1, counter()).project).toBe(ONCE);
  });
  it('are duplicated beside themselves, up to 500', () => {
    const { project, itemId } = duplicateShot(ONCE, at(1), counter());
    expect(ids(project)).toEqual(['a', 'b', 'new-0', 'c']);
    expect(itemId).toBe('new-0');
    const full = { ...ONCE, items: Array.from({ length: 500 }, (_, index) => mediaItem(`i${index}`, 'photo')) };
    expect(() => duplicateShot(full, { timeline: plan(full), shot: 0 }, counter())).toThrow(/at most 500 shots/);
  });
  it('leave the next one selected when they are removed', () => {
    expect(removeShot(ONCE, at(1), counter()).itemId).toBe('c');
    expect(removeShot(ONCE, at(2), counter()).itemId).toBe('b');
  });
});

describe('a split', () => {
  it('leaves every cut where it was and adds one at the frame', () => {
    const timeline = plan(ONCE);
    const [, second] = shotsOf(timeline);
    const frame = (second?.start ?? 0) + 30;
    const { project } = splitShot(ONCE, { timeline, shot: 1 }, frame, counter());
    expect(spans(project).map(([, start]) => start)).toContain(frame);
    expect(ids(project)).toEqual(['a', 'b', 'new-0', 'c']);
  });
  it('of a clip goes on where its first part stops', () => {
    const clip = { ...mediaItem('a', 'clip'), playback: { mode: 'trim', startSeconds: 3, endSeconds: null } } as const;
    const project = { ...ONCE, items: [clip, mediaItem('b', 'photo')] };
    const parts = splitShot(project, { timeline: plan(project), shot: 0 }, 60, counter()).project.items;
    expect(parts.map((item) => item.playback.startSeconds)).toEqual([3, 5, null]);
  });
  it.each([
    ['slowed down', 6, 16],
    ['sped up', 9, 5],
    ['slowed down as far as it goes, and looped', 6, 19],
    ['sped up as far as it goes', 3, 1],
  ])('of a clip that is %s keeps the speed of both halves', (_, lengthSeconds, startSeconds) => {
    const clip = {
      ...mediaItem('a', 'clip'),
      lengthSeconds,
      playback: { mode: 'speed', startSeconds, endSeconds: null },
    };
    const project: Project = {
      ...ONCE,
      items: [clip as Project['items'][number], mediaItem('b', 'photo')],
      music: null,
    };
    const before = clipsOf(plan(project), 'video')[0]?.playback;
    for (const quality of ['normal', 'freeze'] as const) {
      const timeline = planTimeline(project, SOURCES, renderSettings(project.format, quality));
      const frame = Math.round((timeline.frameRate.numerator / timeline.frameRate.denominator) * lengthSeconds * 0.4);
      const split = splitShot(project, { timeline, shot: 0 }, frame, counter()).project;
      const [first, second] = clipsOf(plan(split), 'video').map(({ playback }) => playback);
      expect(first?.startSeconds).toBe(startSeconds);
      // The lengths of a split at another frame rate are rounded to frames of this one.
      expect(first?.speed).toBeCloseTo(before?.speed ?? 0, quality === 'normal' ? 6 : 1);
      expect(second?.speed).toBeCloseTo(before?.speed ?? 0, quality === 'normal' ? 6 : 1);
      const cut = sourceTimeAt(before as Playback, 0.4 * lengthSeconds);
      expect(second?.startSeconds).toBeCloseTo(cut, 1);
    }
  });
  it('is refused where a part would be too short to be seen', () => {
    expect(() => splitShot(ONCE, { timeline: plan(ONCE), shot: 0 }, 5, counter())).toThrow(/at least 0.4 s/);
  });
});

describe('an edge', () => {
  it('goes where it is dragged and gives its shot that length', () => {
    const { project } = setShotEnd(ONCE, { timeline: plan(ONCE), shot: 0 }, 75, counter());
    expect(project.items[0]?.lengthSeconds).toBe(2.5);
    expect(spans(project)[1]?.[1]).toBe(75);
  });
  it('never leaves a shot shorter than 0.4 s', () => {
    const timeline = plan(ONCE);
    expect(setShotEnd(ONCE, { timeline, shot: 0 }, 1, counter()).project.items[0]?.lengthSeconds).toBe(0.4);
    const { project } = setShotEnd(ONCE, { timeline, shot: 0 }, 10_000, counter());
    expect(Math.min(...shotsOf(plan(project)).map((shot) => shot.durationFrames))).toBeGreaterThanOrEqual(12);
  });
  it('takes from the next shot what that one was given', () => {
    const pinned = { ...ONCE, items: ONCE.items.map((item) => ({ ...item, lengthSeconds: 4 })) };
    const { project } = setShotEnd(pinned, { timeline: plan(pinned), shot: 0 }, 150, counter());
    expect(project.items.map((item) => item.lengthSeconds)).toEqual([5, 3, 4]);
  });
});
