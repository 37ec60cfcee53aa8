import { beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Project } from '#core/project/project.ts';
import { UnsavedEdits } from './unsaved-edits.ts';

const PROJECT = createProject('p1', 10, 1);
const edited = (name: string, updatedAt: number): Project => ({ ...PROJECT, name, updatedAt });

function memoryStorage(limit = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > limit) throw new DOMException('Full.', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

let storage: Storage;
beforeEach(() => {
  storage = memoryStorage();
});

describe('an edit on its way to the database', () => {
  it('is kept with the states that it builds on, the newest in place of those before', () => {
    const page = new UnsavedEdits('w', storage);
    page.opened(PROJECT);
    page.keep(edited('a', 20));
    page.keep(edited('ab', 30));
    const [kept, ...others] = new UnsavedEdits('w', storage).all();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ project: edited('ab', 30), stamp: 30, before: [10, 20] });
  });

  it('is forgotten once it is stored, and the next builds on it', () => {
    const page = new UnsavedEdits('w', storage);
    page.opened(PROJECT);
    page.keep(edited('a', 20));
    page.stored(edited('a', 20));
    expect(page.all()).toEqual([]);
    page.keep(edited('ab', 30));
    expect(page.all()).toMatchObject([{ before: [20] }]);
  });

  it('is kept for each page and each workspace alone', () => {
    new UnsavedEdits('w', storage).keep(edited('a', 20));
    new UnsavedEdits('w', storage).keep(edited('b', 21));
    new UnsavedEdits('v', storage).keep(edited('c', 22));
    expect(new UnsavedEdits('w', storage).all().map(({ stamp }) => stamp)).toEqual([20, 21]);
  });

  it('is forgotten by another page only as it was read', () => {
    const page = new UnsavedEdits('w', storage);
    const other = new UnsavedEdits('w', storage);
    page.keep(edited('a', 20));
    const [read] = other.all();
    if (!read) throw new Error('Nothing was kept.');
    page.keep(edited('ab', 30));
    other.forget(read);
    expect(other.all()).toHaveLength(1);
    for (const edit of other.all()) other.forget(edit);
    expect(other.all()).toEqual([]);
  });

  it('stops nothing where local storage is full or holds something else', () => {
    const full = new UnsavedEdits('w', memoryStorage(10));
    expect(() => full.keep(edited('a', 20))).not.toThrow();
    storage.setItem('studio-unsaved-w-p1-x', '{');
    expect(new UnsavedEdits('w', storage).all()).toEqual([]);
  });
});
