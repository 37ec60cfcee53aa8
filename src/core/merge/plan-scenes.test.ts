import { describe, expect, test } from 'vitest';
import { planSoundtrack } from '../audio/soundtrack-plan.ts';
import type { MediaAsset, MediaFacts } from '../media/asset.ts';
import type { AssetLookup } from '../plan/plan-sources.ts';
import { renderSettings } from '../render/settings.ts';
import { sceneAt } from '../scene/scene-at.ts';
import { clipsOf, shotsOf } from '../timeline/timeline.ts';
import { seconds } from '../units.ts';
import { IMAGE_SCENE_SECONDS, planScenes } from './plan-scenes.ts';
import { type MergeScene, mergeScene, SCENE_LIST_VERSION, type SceneList } from './scene-list.ts';

const SETTINGS = renderSettings('16:9', 'normal');

function asset(id: string, facts: MediaFacts): [string, MediaAsset] {
  return [id, { id, hash: id, name: id, mimeType: '', bytes: 1, facts, rendition: null, importedAt: 0 }];
}

function film(durationSeconds: number, hasAudio = true): MediaFacts {
  return {
    ...{ kind: 'video', container: 'MP4', codec: 'avc', size: { width: 640, height: 360 }, hasAudio, frameRate: 25 },
    ...{ durationSeconds: seconds(durationSeconds), frameTiming: 'constant', rotation: 0, hdr: null, normalised: [] },
  } as const;
}

function voice(durationSeconds: number): MediaFacts {
  const format = { container: 'WAVE', codec: 'pcm-s16', sampleRate: 48_000, channels: 1 };
  return { kind: 'audio', ...format, durationSeconds: seconds(durationSeconds) };
}

const ASSETS: AssetLookup = new Map([
  asset('short film', film(1.01)),
  asset('long film', film(4)),
  asset('mute film', film(2, false)),
  asset('photo', { kind: 'image', format: 'jpeg', size: { width: 400, height: 900 }, hasAlpha: false, normalised: [] }),
  asset('words', voice(2.5)),
]);

function list(scenes: readonly MergeScene[], change: Partial<SceneList> = {}): SceneList {
  return {
    ...{
      kind: 'scenes',
      schemaVersion: SCENE_LIST_VERSION,
      id: 'l',
      name: 'Scenes',
      format: '16:9',
      quality: 'normal',
    },
    ...{ scenes, transition: null },
    ...change,
  } as const;
}

function spoken(id: string, picture: string): MergeScene {
  return { ...mergeScene(id, picture), voiceAssetId: 'words' };
}

function lengths(...scenes: MergeScene[]): number[] {
  return shotsOf(planScenes(list(scenes), ASSETS, SETTINGS)).map(({ durationFrames }) => durationFrames);
}

describe('scenes as a timeline', () => {
  test('last as long as the longer of picture and voice-over', () => {
    expect(lengths(spoken('a', 'short film'), spoken('b', 'long film'))).toEqual([75, 120]);
  });

  test('last as long as the voice-over where they are images, and 3 s without one', () => {
    expect(lengths(spoken('a', 'photo'), mergeScene('b', 'photo'))).toEqual([75, 30 * IMAGE_SCENE_SECONDS]);
  });

  test('end on a whole frame, after their last word', () => {
    expect(lengths(mergeScene('a', 'short film'))).toEqual([31]);
  });

  test('hold the last picture of a film that is shorter than its voice-over', () => {
    const { tracks } = planScenes(list([spoken('a', 'short film')]), ASSETS, SETTINGS);
    expect(tracks[0]?.clips).toMatchObject([{ playback: { atEnd: 'hold', endSeconds: 1.01 } }]);
  });

  test('begin in sound on the sample of their first frame, however many there are', () => {
    const scenes = Array.from({ length: 50 }, (_, n) => spoken(`s${n}`, 'short film'));
    const timeline = planScenes(list(scenes), ASSETS, SETTINGS);
    const plan = planSoundtrack(timeline, SETTINGS.audio);
    const starts = shotsOf(timeline).map(({ start }) => (start / 30) * 48_000);
    for (const id of ['short film', 'words']) {
      expect(plan.sounds.filter(({ assetId }) => assetId === id).map(({ start }) => start)).toEqual(starts);
    }
  });

  test('are as loud as they are set: the film at 0.2, the voice at 2, and nothing of what is silent', () => {
    const gains = (scene: MergeScene) =>
      planSoundtrack(planScenes(list([scene]), ASSETS, SETTINGS), SETTINGS.audio).sounds.map(({ assetId, gain }) => [
        assetId,
        Number(gain.toFixed(6)),
      ]);
    expect(gains(spoken('a', 'long film'))).toEqual([
      ['long film', 0.2],
      ['words', 2],
    ]);
    expect(gains({ ...spoken('a', 'long film'), sceneGain: 0 })).toEqual([['words', 2]]);
    expect(gains(mergeScene('a', 'mute film'))).toEqual([]);
  });

  test('fill the whole picture, cut or with bars', () => {
    const layersOf = (fit: MergeScene['fit']) =>
      sceneAt(planScenes(list([{ ...mergeScene('a', 'photo'), fit }]), ASSETS, SETTINGS), 0).layers;
    expect(layersOf('cover').at(-1)).toMatchObject({ area: { x: 0, y: 0, width: 1920, height: 1080 } });
    expect(layersOf('contain').at(-1)).toMatchObject({ area: { x: 720, y: 0, width: 480, height: 1080 } });
  });

  test('come in by the transition that was chosen, which takes nothing of their length', () => {
    const scenes = [mergeScene('a', 'long film'), mergeScene('b', 'photo'), mergeScene('c', 'long film')];
    const timeline = planScenes(list(scenes, { transition: { kind: 'crossfade', seconds: 0.5 } }), ASSETS, SETTINGS);
    expect(shotsOf(timeline).map(({ transition }) => transition?.durationFrames ?? null)).toEqual([null, 14, 14]);
    expect(timeline.durationFrames).toBe(120 + 90 + 120);
    expect(clipsOf(timeline, 'video').map(({ start }) => start)).toEqual([0, 210]);
  });
});
