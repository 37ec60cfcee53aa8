import { expect, test } from 'vitest';
import { mergeScene, SCENE_LIST_VERSION, type SceneList } from '../merge/scene-list.ts';
import { NO_BRAND } from '../project/brand.ts';
import { logoOf } from '../project/logo.ts';
import { createProject, musicChoice, type Project } from '../project/project.ts';
import { whereUsed } from './where-used.ts';

function projectWithMusic(id: string, assetId: string): Project {
  return { ...createProject(id, 0, 1), name: `Film ${id}`, music: musicChoice(assetId) };
}

test('an asset names the projects, exports and trashed projects that it is part of', () => {
  const project = projectWithMusic('p', 'song');
  const uses = whereUsed({
    projects: [project, projectWithMusic('q', 'other')],
    trashedProjects: [projectWithMusic('t', 'song')],
    jobs: [
      { id: 'j', status: 'processing', project },
      { id: 'k', status: 'completed', project },
    ],
    brand: { ...NO_BRAND, logo: logoOf('mark') },
  });
  expect(uses.get('song')).toEqual([
    { kind: 'project', id: 'p', name: 'Film p', holds: true },
    { kind: 'trashed-project', id: 't', name: 'Film t', holds: true },
    { kind: 'export', id: 'j', name: 'Film p', holds: true },
    { kind: 'export', id: 'k', name: 'Film p', holds: false },
  ]);
  expect(uses.get('mark')).toEqual([{ kind: 'brand', id: 'brand', name: 'Brand kit', holds: true }]);
  expect(uses.get('nobody')).toBeUndefined();
});

test('an asset names the scenes that it is merged in, once', () => {
  const scenes: SceneList = {
    kind: 'scenes',
    schemaVersion: SCENE_LIST_VERSION,
    ...{ id: 's', name: 'Scenes', format: '9:16', quality: 'normal' },
    scenes: [mergeScene('1', 'clip'), { ...mergeScene('2', 'clip'), voiceAssetId: 'voice' }],
    transition: null,
  };
  const job = { id: 'j', status: 'pending', project: scenes } as const;
  const uses = whereUsed({ projects: [], trashedProjects: [], jobs: [job], brand: NO_BRAND });
  expect(uses.get('clip')).toEqual([{ kind: 'scenes', id: 'j', name: 'Scenes', holds: true }]);
  expect(uses.get('voice')).toHaveLength(1);
});
