import { describe, expect, test } from 'vitest';
import { imageAsset } from '../fixtures/assets.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { MediaAsset } from '../media/asset.ts';
import { addItems, setHook } from './edit-project.ts';
import { createProject } from './project.ts';

const EMPTY = createProject('p', 0, 0);

function photos(count: number): MediaAsset[] {
  return Array.from({ length: count }, (_, index) => imageAsset(`photo-${index + 1}.jpg`));
}

function counter(): () => string {
  let next = 0;
  return () => `id-${next++}`;
}

describe('photos', () => {
  test('are appended in order, each with an id of its own', () => {
    const { project, refused } = addItems(EMPTY, photos(3), DEFAULT_LIMITS, counter());
    expect(project.items.map(({ id, assetId }) => [id, assetId])).toEqual([
      ['id-0', 'photo-1.jpg'],
      ['id-1', 'photo-2.jpg'],
      ['id-2', 'photo-3.jpg'],
    ]);
    expect(refused).toEqual([]);
  });

  test('beyond the tenth are refused by name and number, and the ten stay', () => {
    const { project, refused } = addItems(EMPTY, photos(12), DEFAULT_LIMITS, counter());
    expect(project.items).toHaveLength(10);
    expect(refused.map((error) => [error.code, error.details.file, error.details.value])).toEqual([
      ['too-many-items', 'photo-11.jpg', 11],
      ['too-many-items', 'photo-12.jpg', 12],
    ]);
  });
});

describe('a hook', () => {
  test('of 500 characters is taken, emoji counted as one each', () => {
    const hook = '👩‍👩‍👧'.repeat(500);
    expect(setHook(EMPTY, hook, DEFAULT_LIMITS).hook).toBe(hook);
  });

  test('of 501 is refused by number', () => {
    expect(() => setHook(EMPTY, 'x'.repeat(501), DEFAULT_LIMITS)).toThrow(/has 501 characters; at most 500/);
  });
});
