import { describe, expect, test } from 'vitest';
import { mergeScene, SCENE_LIST_VERSION, type SceneList } from '#core/merge/scene-list.ts';
import { createProject } from '#core/project/project.ts';
import { readDocument } from './render-document.ts';

const SCENES: SceneList = {
  kind: 'scenes',
  schemaVersion: SCENE_LIST_VERSION,
  id: 'list',
  name: 'Scenes',
  format: '16:9',
  quality: 'eco',
  scenes: [{ ...mergeScene('a', 'film'), voiceAssetId: 'words' }],
  transition: { kind: 'crossfade', seconds: 0.5 },
};

describe('what a stored job makes a video of', () => {
  test('is read as it was written', () => {
    expect(readDocument(structuredClone(SCENES))).toEqual(SCENES);
    const project = createProject('p', 1, 2);
    expect(readDocument(structuredClone(project))).toEqual(project);
  });

  test('of a newer studio asks for a reload', () => {
    const newer = { ...SCENES, schemaVersion: SCENE_LIST_VERSION + 1 };
    expect(() => readDocument(newer)).toThrow(/newer version.*Reload/);
  });

  test('that is damaged is named by its field', () => {
    expect(() => readDocument({ ...SCENES, scenes: [{ ...SCENES.scenes[0], voiceGain: -1 }] })).toThrow(
      /scenes.*0.*voiceGain/,
    );
  });
});
