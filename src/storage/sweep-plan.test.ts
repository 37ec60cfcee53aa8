import { expect, test } from 'vitest';
import { planSweep, type StorageInventory } from './sweep-plan.ts';

const NOTHING: StorageInventory = {
  media: [],
  outputs: [],
  partFolders: [],
  partRows: [],
  assets: [],
  trashedMedia: [],
  jobs: [],
  trashed: [],
};
const STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled'];

test('a file that no row names is removed, one that a row names is kept', () => {
  const plan = planSweep({ ...NOTHING, media: ['aa', 'bb'], assets: [{ hash: 'aa', name: 'a.jpg' }] });
  expect(plan).toEqual({ unnamedMedia: ['bb'], unnamedOutputs: [], endedParts: [], missing: [] });
});

test('outputs of running and finished exports are kept, those of failed, cancelled and unknown ones removed', () => {
  const plan = planSweep({
    ...NOTHING,
    jobs: STATUSES.map((status) => ({ id: status, status, projectName: 'Mine' })),
    outputs: [...STATUSES, 'unknown'].map((id) => `${id}.mp4`),
  });
  expect(plan.unnamedOutputs).toEqual(['failed.mp4', 'cancelled.mp4', 'unknown.mp4']);
  expect(plan.missing).toEqual([]);
});

test('parts of exports that wait or run are kept, all others are removed, whether files or rows are left of them', () => {
  const plan = planSweep({
    ...NOTHING,
    jobs: STATUSES.map((status) => ({ id: status, status, projectName: 'Mine' })),
    partFolders: [...STATUSES, 'unknown'],
    partRows: ['processing', 'cancelled', 'forgotten'],
  });
  expect(plan.endedParts).toEqual(['completed', 'failed', 'cancelled', 'unknown', 'forgotten']);
});

test('bytes of media in the trash are kept, and not missed where they are gone', () => {
  const plan = planSweep({ ...NOTHING, media: ['aa', 'bb'], trashedMedia: ['aa', 'cc'] });
  expect(plan).toEqual({ unnamedMedia: ['bb'], unnamedOutputs: [], endedParts: [], missing: [] });
});

test('outputs of exports in the trash are kept', () => {
  const plan = planSweep({ ...NOTHING, outputs: ['kept.mp4', 'kept.jpg', 'gone.mp4'], trashed: ['kept'] });
  expect(plan.unnamedOutputs).toEqual(['gone.mp4']);
});

test('what a row names but is not there is reported by name', () => {
  const plan = planSweep({
    ...NOTHING,
    assets: [{ hash: 'aa', name: 'a.jpg' }],
    jobs: [{ id: 'one', status: 'completed', projectName: 'Summer' }],
  });
  expect(plan.missing.map((problem) => problem.details.file)).toEqual(['a.jpg', 'Summer']);
});
