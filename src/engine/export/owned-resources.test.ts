import { expect, test } from 'vitest';
import { OwnedResources } from './owned-resources.ts';

test('the last opened is closed first, once', async () => {
  const closed: number[] = [];
  const opened = new OwnedResources();
  for (const n of [1, 2, 3]) opened.add(() => void closed.push(n));
  await opened.close();
  await opened.close();
  expect(closed).toEqual([3, 2, 1]);
});

test('one that fails to close keeps none of the others open', async () => {
  const closed: number[] = [];
  const opened = new OwnedResources();
  opened.add(() => void closed.push(1));
  opened.add(async () => {
    throw new Error('Stuck.');
  });
  await expect(opened.close()).rejects.toThrow('Stuck.');
  expect(closed).toEqual([1]);
});
