import { describe, expect, it } from 'vitest';
import { createProject, mediaItem } from '#core/project/project.ts';
import { changePhoto, movePhoto, removePhoto } from './photo-edits.ts';

const PROJECT = { ...createProject('p', 0, 1), items: ['a', 'b', 'c'].map((id) => mediaItem(id, `asset ${id}`)) };
const order = (project: typeof PROJECT | ReturnType<typeof movePhoto>) =>
  project.items.map((photo) => photo.id).join('');

describe('photos of a project', () => {
  it('move to another place, held inside the list', () => {
    expect(order(movePhoto(PROJECT, 'a', 2))).toBe('bca');
    expect(order(movePhoto(PROJECT, 'c', 0))).toBe('cab');
    expect(order(movePhoto(PROJECT, 'b', 99))).toBe('acb');
  });
  it('stay the same project when nothing moves', () => {
    expect(movePhoto(PROJECT, 'a', -1)).toBe(PROJECT);
    expect(movePhoto(PROJECT, 'nobody', 1)).toBe(PROJECT);
  });
  it('are removed and changed one at a time', () => {
    expect(order(removePhoto(PROJECT, 'b'))).toBe('ac');
    const changed = changePhoto(PROJECT, 'b', { fit: 'contain' });
    expect(changed.items.map((photo) => photo.fit)).toEqual(['cover', 'contain', 'cover']);
  });
});
