import { expect, test } from 'vitest';
import { WorkspaceChoice } from './workspace-choice.ts';

function memory(refusesToWrite = false) {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (refusesToWrite) throw new DOMException('Full.', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}

const KNOWN = [{ id: 'first' }, { id: 'second' }, { id: 'third' }];

test('a new browser opens the first workspace', () => {
  const choice = new WorkspaceChoice(memory(), memory());
  expect(choice.ofTab()).toBeNull();
  expect(choice.among(KNOWN)).toEqual({ id: 'first' });
  expect(choice.among([])).toBeUndefined();
});

test('a tab opens what it had open, a new one what was opened last', () => {
  const browser = memory();
  const one = new WorkspaceChoice(memory(), browser);
  const other = new WorkspaceChoice(memory(), browser);
  one.remember('second');
  other.remember('third');
  expect(one.ofTab()).toBe('second');
  expect(one.among(KNOWN)).toEqual({ id: 'second' });
  expect(new WorkspaceChoice(memory(), browser).among(KNOWN)).toEqual({ id: 'third' });
});

test('what was deleted since is not opened', () => {
  const browser = memory();
  const choice = new WorkspaceChoice(memory(), browser);
  choice.remember('gone');
  expect(choice.among(KNOWN)).toEqual({ id: 'first' });
});

test('a full local storage keeps nobody out', () => {
  const choice = new WorkspaceChoice(memory(true), memory(true));
  choice.remember('second');
  expect(choice.among(KNOWN)).toEqual({ id: 'first' });
});
