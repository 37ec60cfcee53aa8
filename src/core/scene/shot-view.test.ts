import { describe, expect, it } from 'vitest';
import { imageAsset, lookupOf } from '../fixtures/assets.ts';
import { plainSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { createProject, type MediaItem, mediaItem } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { MOTION_KINDS } from '../style/motion.ts';
import { contentBox } from './composition.ts';
import { type ShotView, shotViewAt } from './shot-view.ts';

const ASSETS = lookupOf(imageAsset('wide', { size: { width: 3200, height: 1600 } }));

function viewOf(change: Partial<MediaItem>, frame = 0): ShotView {
  const items = [{ ...mediaItem('a', 'wide'), motion: 'none', ...change } as const];
  const project = { ...createProject('p', 0, 7), items, lengthSeconds: 4 };
  const timeline = planTimeline(project, plainSources(ASSETS), renderSettings(project.format, 'normal'));
  const view = shotViewAt(timeline, 0, frame);
  if (!view) throw new Error('The shot has no view.');
  return view;
}

describe('a picture on the canvas', () => {
  it('has its focus point in the middle, as far as its edges allow', () => {
    expect(viewOf({}).toCanvas({ x: 0.5, y: 0.5 })).toEqual({ x: 540, y: 960 });
    expect(viewOf({ focus: { x: 0.4, y: 0.5 } }).toCanvas({ x: 0.4, y: 0.5 }).x).toBeCloseTo(540, 6);
    const box = contentBox({ width: 1080, height: 1920 });
    expect(viewOf({ focus: { x: 0, y: 0 } }).toCanvas({ x: 0, y: 0 })).toEqual({ x: box.x, y: box.y });
  });
  it('answers which of its points lies under one of the canvas', () => {
    const box = contentBox({ width: 1080, height: 1920 });
    // The box shows 900 of the 3200 pixels across.
    const left = viewOf({}).toPicture({ x: box.x, y: 960 });
    expect(left.x).toBeCloseTo(0.5 - 450 / 3200, 6);
    expect(viewOf({ focus: { x: 0, y: 0 } }).toPicture({ x: -500, y: -500 })).toEqual({ x: 0, y: 0 });
  });
  it.each(MOTION_KINDS)('finds the same point again while it moves: %s', (motion) => {
    for (const frame of [0, 40, 119]) {
      const view = viewOf({ motion, focus: { x: 0.3, y: 0.6 } }, frame);
      const there = view.toPicture(view.toCanvas({ x: 0.31, y: 0.55 }));
      expect(there.x).toBeCloseTo(0.31, 6);
      expect(there.y).toBeCloseTo(0.55, 6);
    }
  });
  it('shown whole lies in its fitted box', () => {
    const view = viewOf({ fit: 'contain' });
    expect(view.toCanvas({ x: 0, y: 0.5 })).toEqual({ x: 90, y: 960 });
    expect(view.toCanvas({ x: 1, y: 0.5 })).toEqual({ x: 990, y: 960 });
  });
});
