import { describe, expect, it } from 'vitest';
import { imageAsset, lookupOf, videoAsset } from '../fixtures/assets.ts';
import { plainSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { createProject, mediaItem, type Project } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import type { PictureLayer, Scene, SceneLayer } from './scene.ts';
import { sceneAt } from './scene-at.ts';

const assets = lookupOf(
  imageAsset('photo'),
  imageAsset('wide', { size: { width: 1800, height: 900 } }),
  imageAsset('overlay', { format: 'png', size: { width: 540, height: 960 }, hasAlpha: true }),
  videoAsset('smoke', 4),
);

function timelineOf(changes: Partial<Project> = {}) {
  const project = { ...createProject('p', 0, 7), items: [mediaItem('a', 'photo')], hook: 'Hello', ...changes };
  return planTimeline(
    { ...project, lengthSeconds: 6 },
    plainSources(assets),
    renderSettings(project.format, project.quality),
  );
}

function content(scene: Scene): PictureLayer {
  const layer = scene.layers.find((each) => each.kind === 'picture' && each.opacity === 1);
  expect(layer).toBeDefined();
  return layer as PictureLayer;
}

function kinds(scene: Scene): SceneLayer['kind'][] {
  return scene.layers.map((layer) => layer.kind);
}

describe('the golden-frame scene', () => {
  it('stacks background, atmosphere, photo, frame and hook', () => {
    expect(kinds(sceneAt(timelineOf(), 0))).toEqual(['fill', 'particles', 'picture', 'frame', 'text']);
  });

  it('begins with the photo at 900x1600 in the middle of 1080x1920', () => {
    expect(content(sceneAt(timelineOf(), 0)).area).toEqual({ x: 90, y: 160, width: 900, height: 1600 });
  });

  it('ends with the photo at 945x1680, still in the middle', () => {
    const { area, largestArea } = content(sceneAt(timelineOf(), 179));
    expect(area.width).toBeCloseTo(945);
    expect(area.height).toBeCloseTo(1680);
    expect(area.x).toBeCloseTo(67.5);
    expect(area.y).toBeCloseTo(120);
    expect(largestArea).toEqual({ width: 945, height: 1680 });
  });

  it('wraps the hook in the 1080x200 banner whose top is at 100', () => {
    const text = sceneAt(timelineOf(), 0).layers.find((layer) => layer.kind === 'text');
    expect(text).toMatchObject({ text: 'Hello', box: { x: 0, y: 100, width: 1080, height: 200 } });
    expect(text).toMatchObject({ style: { fontPixels: 60, fill: '#FFFFFF', stroke: '#000000', strokePixels: 2 } });
  });

  it('letterboxes on ink when a photo is fitted inside', () => {
    const items = [{ ...mediaItem('a', 'wide'), fit: 'contain' as const }];
    const scene = sceneAt(timelineOf({ items }), 0);
    expect(kinds(scene)).toEqual(['fill', 'particles', 'fill', 'picture', 'frame', 'text']);
    expect(content(scene).area).toEqual({ x: 90, y: 735, width: 900, height: 450 });
  });

  it('loops a clip used as the atmosphere, at 0.7 opacity over the whole canvas', () => {
    const timeline = timelineOf({ atmosphere: { kind: 'custom', assetId: 'smoke' } });
    const layer = sceneAt(timeline, 135).layers[1];
    expect(layer).toMatchObject({ opacity: 0.7, area: { x: 0, y: 0, width: 1080, height: 1920 } });
    expect(layer).toMatchObject({ picture: { kind: 'video', assetId: 'smoke', time: 0.5 } });
  });

  it("draws a person's own frame over the whole canvas", () => {
    const layer = sceneAt(timelineOf({ frame: { kind: 'custom', assetId: 'overlay' } }), 0).layers[3];
    expect(layer).toMatchObject({ kind: 'picture', area: { x: 0, y: 0, width: 1080, height: 1920 }, opaque: false });
  });

  it('keeps the proportions in other formats', () => {
    expect(content(sceneAt(timelineOf({ format: '1:1' }), 0)).area).toEqual({ x: 90, y: 90, width: 900, height: 900 });
  });

  it('refuses a frame that is not on the timeline', () => {
    expect(() => sceneAt(timelineOf(), 180)).toThrow('Frame 180 is not on this timeline of 180 frames');
  });
});
