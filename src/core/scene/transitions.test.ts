import { describe, expect, it } from 'vitest';
import { imageAsset, lookupOf, videoAsset } from '../fixtures/assets.ts';
import { plainSources } from '../plan/plan-sources.ts';
import { planTimeline } from '../plan/plan-timeline.ts';
import { PLATFORMS } from '../platform/platforms.ts';
import { createProject, mediaItem, type Project } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { TRANSITION_KINDS, type TransitionKind } from '../style/transition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { commonSafeArea, safeArea } from './safe-areas.ts';
import type { PictureLayer, Scene, TextLayer } from './scene.ts';
import { sceneAt } from './scene-at.ts';

const assets = lookupOf(imageAsset('first'), imageAsset('second'), videoAsset('clip', 20));

function timelineOf(changes: Partial<Project> = {}): Timeline {
  const items = [mediaItem('a', 'first'), mediaItem('b', 'second')];
  const project = { ...createProject('p', 0, 7), items, lengthSeconds: 8, atmosphere: { kind: 'none' }, ...changes };
  return planTimeline(project as Project, plainSources(assets), renderSettings('9:16', 'normal'));
}

/** Two photos of four seconds, and a transition of one second between them. */
function withTransition(kind: TransitionKind): Timeline {
  const timeline = timelineOf();
  const tracks = timeline.tracks.map((track) => ({
    ...track,
    clips: track.clips.map((clip) =>
      clip.kind === 'image' && clip.start > 0 ? { ...clip, transition: { kind, durationFrames: 30 } } : clip,
    ),
  }));
  return { ...timeline, tracks };
}

const picturesIn = (scene: Scene) => scene.layers.filter((layer): layer is PictureLayer => layer.kind === 'picture');
const shownIn = (timeline: Timeline, frame: number) =>
  [...new Set(picturesIn(sceneAt(timeline, frame)).map(({ picture }) => picture.assetId))].sort();

describe('a transition', () => {
  it.each(TRANSITION_KINDS)('of kind %s begins half of its length before the cut and ends half after it', (kind) => {
    const timeline = withTransition(kind);
    expect(shownIn(timeline, 104)).toEqual(['first']);
    expect(shownIn(timeline, 135)).toEqual(['second']);
    const during = [105, 134].map((frame) => sceneAt(timeline, frame).layers.length);
    expect(Math.max(...during)).toBeGreaterThan(sceneAt(timeline, 104).layers.length);
  });

  it('fades evenly from one shot to the other', () => {
    const timeline = withTransition('crossfade');
    const opacities = Array.from({ length: 30 }, (_, index) => picturesIn(sceneAt(timeline, 105 + index))[1]?.opacity);
    expect(opacities[0]).toBeCloseTo(1 / 60);
    expect(opacities[29]).toBeCloseTo(59 / 60);
  });

  it('that flashes changes the picture on the cut itself, under white that lets it through', () => {
    const timeline = withTransition('flash');
    expect([119, 120].map((frame) => shownIn(timeline, frame))).toEqual([['first'], ['second']]);
    const whites = sceneAt(timeline, 120).layers.filter((layer) => layer.kind === 'fill' && layer.colour === '#FFFFFF');
    expect(whites).toHaveLength(1);
    expect((whites[0] as { opacity: number }).opacity).toBeLessThan(0.9);
  });

  it('that dips to black is black in the middle', () => {
    const scene = sceneAt(withTransition('dip-to-black'), 120);
    const veil = scene.layers.findLast((layer) => layer.kind === 'fill');
    expect(veil).toMatchObject({ colour: '#050505', area: { x: 0, y: 0, width: 1080, height: 1920 } });
    expect((veil as { opacity: number }).opacity).toBeGreaterThan(0.98);
  });

  it('that whips shows the mean of its copies: together they cover everything once', () => {
    const pictures = picturesIn(sceneAt(withTransition('whip'), 118));
    const share = pictures
      .filter(({ picture }) => picture.assetId === 'first')
      .reduceRight((left, { opacity }) => left * (1 - opacity), 1);
    expect(share).toBeCloseTo(0);
  });

  it('goes on moving through the cut, without a jump', () => {
    const timeline = withTransition('crossfade');
    const widths = [134, 135, 136].map((frame) => picturesIn(sceneAt(timeline, frame)).at(-1)?.area.width ?? 0);
    const [first, second, third] = widths as [number, number, number];
    expect(second - first).toBeCloseTo(third - second, 5);
  });
});

describe('a clip', () => {
  it('plays on in its own stream, with source time from its own start', () => {
    const timeline = timelineOf({ items: [mediaItem('a', 'first'), mediaItem('b', 'clip')] });
    const at = (frame: number) => picturesIn(sceneAt(timeline, frame))[0]?.picture;
    expect(at(120)).toMatchObject({ kind: 'video', assetId: 'clip', stream: 'b 120', time: 0 });
    expect(at(150)).toMatchObject({ time: 1 });
  });
});

describe('blurred bars', () => {
  it('lie behind the whole picture, out of focus and darkened', () => {
    const item = { ...mediaItem('a', 'first'), fit: 'contain', bars: 'blurred' } as const;
    const scene = sceneAt(timelineOf({ items: [item] }), 0);
    expect(picturesIn(scene).map(({ blurred }) => blurred)).toEqual([true, false]);
    const [ground, whole] = picturesIn(scene) as [PictureLayer, PictureLayer];
    expect(ground.area).toMatchObject({ width: 900, height: 1600 });
    expect(whole.area).toMatchObject({ width: 900, height: 1350 });
  });
});

describe('the hook', () => {
  const hook = (changes: Partial<Project>, frame: number) =>
    sceneAt(timelineOf({ hook: 'Straße frei', ...changes }), frame).layers.find(
      (layer): layer is TextLayer => layer.kind === 'text',
    );

  it('comes in as its style says, and then rests', () => {
    const style = { preset: 'energetic-dance', gradeStrength: 0 } as const;
    expect(hook({ style }, 3)?.scale).not.toBe(1);
    expect(hook({ style }, 40)).toMatchObject({ scale: 1, opacity: 1, shift: { x: 0, y: 0 }, text: 'STRASSE FREI' });
  });

  it('is typed letter by letter', () => {
    const style = { preset: 'vintage-film', gradeStrength: 0 } as const;
    expect(hook({ style }, 0)?.visibleCharacters).toBe(1);
    expect(hook({ style }, 10)?.visibleCharacters).toBe(9);
  });

  it('keeps clear of what the apps of all platforms draw, when it should', () => {
    const box = hook({ hookPlacement: 'safe-area' }, 0)?.box;
    for (const platform of PLATFORMS) {
      const free = safeArea(platform, { width: 1080, height: 1920 });
      expect(box?.x).toBeGreaterThanOrEqual(free.x);
      expect(box?.y).toBeGreaterThanOrEqual(free.y);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(free.x + free.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(free.y + free.height);
    }
    expect(commonSafeArea({ width: 1080, height: 1080 })).toEqual({ x: 0, y: 0, width: 1080, height: 1080 });
  });
});
