import { describe, expect, it } from 'vitest';
import { changeItem, moveItem, partFrom, removeItem, replaceItem, resetItem } from './edit-items.ts';
import { createProject, mediaItem, type Project } from './project.ts';

const PROJECT = { ...createProject('p', 0, 1), items: ['a', 'b', 'c'].map((id) => mediaItem(id, `asset ${id}`)) };
const order = (project: Project) => project.items.map((item) => item.id).join('');

describe('items of a project', () => {
  it('move to another place, held inside the list', () => {
    expect(order(moveItem(PROJECT, 'a', 2))).toBe('bca');
    expect(order(moveItem(PROJECT, 'c', 0))).toBe('cab');
    expect(order(moveItem(PROJECT, 'b', 99))).toBe('acb');
  });
  it('stay the same project when nothing moves', () => {
    expect(moveItem(PROJECT, 'a', -1)).toBe(PROJECT);
    expect(moveItem(PROJECT, 'nobody', 1)).toBe(PROJECT);
  });
  it('are removed and changed one at a time', () => {
    expect(order(removeItem(PROJECT, 'b'))).toBe('ac');
    const changed = changeItem(PROJECT, 'b', { fit: 'contain' });
    expect(changed.items.map((item) => item.fit)).toEqual(['cover', 'contain', 'cover']);
  });
  it('keep their settings when their file is replaced, but not what was chosen within the file', () => {
    const chosen = changeItem(PROJECT, 'b', {
      motion: 'out',
      focus: { x: 0, y: 1 },
      playback: { mode: 'loop', startSeconds: 4, endSeconds: 6 },
    });
    expect(replaceItem(chosen, 'b', 'other').items[1]).toEqual({
      ...mediaItem('b', 'other'),
      motion: 'out',
      playback: { mode: 'loop', startSeconds: null, endSeconds: null },
    });
  });
  it('are reset to what they were when they were added, in their place', () => {
    const changed = changeItem(PROJECT, 'b', { fit: 'contain', motion: 'in', lengthSeconds: 3 });
    expect(resetItem(changed, 'b')).toEqual(PROJECT);
  });
  it('show another part of the same length', () => {
    const part = { mode: 'speed', startSeconds: 2, endSeconds: 5 } as const;
    expect(partFrom(part, 4)).toEqual({ mode: 'speed', startSeconds: 4, endSeconds: 7 });
    expect(partFrom(part, null)).toEqual({ mode: 'speed', startSeconds: null, endSeconds: null });
    expect(partFrom({ ...part, endSeconds: null }, 4).endSeconds).toBeNull();
  });
});
