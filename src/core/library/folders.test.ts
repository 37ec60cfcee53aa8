import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StudioError } from '../errors.ts';
import { foldText } from './fold-text.ts';
import {
  addFolder,
  FOLDER_MAX_DEPTH,
  type Folder,
  flattened,
  folderTree,
  moveFolder,
  pathOf,
  removeFolder,
  renameFolder,
  within,
} from './folders.ts';

const TRAVEL: Folder = { id: 'travel', parentId: null, name: 'Travel' };
const ROME: Folder = { id: 'rome', parentId: 'travel', name: 'Rome' };
const FORUM: Folder = { id: 'forum', parentId: 'rome', name: 'Forum' };
const WORK: Folder = { id: 'work', parentId: null, name: 'Work' };
const FOLDERS = [FORUM, WORK, ROME, TRAVEL];

describe('folders', () => {
  test('are listed as a tree in alphabetical order, numbers by their value', () => {
    const days = ['Day 10', 'day 9', 'Ärger'].map((name, index) => ({ id: `${index}`, parentId: 'work', name }));
    const rows = flattened(folderTree([...FOLDERS, ...days]));
    expect(rows.map(({ folder, depth }) => `${depth} ${folder.name}`)).toEqual([
      '0 Travel',
      '1 Rome',
      '2 Forum',
      '0 Work',
      '1 Ärger',
      '1 day 9',
      '1 Day 10',
    ]);
  });

  test('know the way to them and what they hold', () => {
    expect(pathOf(FOLDERS, 'forum').map(({ name }) => name)).toEqual(['Travel', 'Rome', 'Forum']);
    expect(pathOf(FOLDERS, null)).toEqual([]);
    expect([...within(FOLDERS, 'travel')]).toEqual(['travel', 'rome', 'forum']);
  });

  test('are never moved into themselves or into what they hold', () => {
    expect(() => moveFolder(FOLDERS, 'travel', 'forum')).toThrow('cannot be moved into itself');
    expect(() => moveFolder(FOLDERS, 'travel', 'travel')).toThrow('cannot be moved into itself');
    expect(pathOf(moveFolder(FOLDERS, 'rome', 'work'), 'forum').map(({ name }) => name)).toEqual([
      'Work',
      'Rome',
      'Forum',
    ]);
  });

  test('beside each other have different names, case and accents aside', () => {
    expect(() => addFolder(FOLDERS, { id: 'x', parentId: null, name: ' TRÁVEL ' })).toThrow('is a folder');
    expect(() => renameFolder(FOLDERS, 'work', 'travel')).toThrow('is a folder');
    expect(renameFolder(FOLDERS, 'work', 'WORK')).toContainEqual({ ...WORK, name: 'WORK' });
    expect(addFolder(FOLDERS, { id: 'x', parentId: 'rome', name: 'Travel' })).toHaveLength(5);
  });

  test('that are removed take their folders with them and send their assets one further out', () => {
    const { folders, removed, assetsTo } = removeFolder(FOLDERS, 'rome');
    expect(folders).toEqual([WORK, TRAVEL]);
    expect([...removed]).toEqual(['rome', 'forum']);
    expect(assetsTo).toBe('travel');
  });

  test('whose rows are damaged are shown all the same: in a loop, or without their parent', () => {
    const loop = [
      { id: 'a', parentId: 'b', name: 'A' },
      { id: 'b', parentId: 'a', name: 'B' },
      { id: 'c', parentId: 'gone', name: 'C' },
    ];
    expect(
      flattened(folderTree(loop))
        .map(({ folder }) => folder.name)
        .sort(),
    ).toEqual(['A', 'B', 'C']);
    expect(pathOf(loop, 'a').map(({ name }) => name)).toEqual(['B', 'A']);
  });

  test('stay a tree with differing names whatever is done to them', () => {
    const id = fc.integer({ min: 0, max: 14 }).map(String);
    const name = fc.constantFrom('a', 'A', 'á', 'b', 'c', ' d ', '');
    const step = fc.oneof(
      fc.record({ act: fc.constant('add' as const), id, parentId: fc.option(id), name }),
      fc.record({ act: fc.constant('rename' as const), id, name }),
      fc.record({ act: fc.constant('move' as const), id, parentId: fc.option(id) }),
      fc.record({ act: fc.constant('remove' as const), id }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let folders: Folder[] = [];
        for (const step of steps) {
          try {
            if (step.act === 'add' && !folders.some((folder) => folder.id === step.id)) {
              folders = addFolder(folders, { id: step.id, parentId: step.parentId, name: step.name });
            }
            if (step.act === 'rename') folders = renameFolder(folders, step.id, step.name);
            if (step.act === 'move') folders = moveFolder(folders, step.id, step.parentId);
            if (step.act === 'remove') folders = removeFolder(folders, step.id).folders;
          } catch (error) {
            expect(error).toBeInstanceOf(StudioError);
          }
          const rows = flattened(folderTree(folders));
          expect(rows.map(({ folder }) => folder.id).sort()).toEqual(folders.map((folder) => folder.id).sort());
          expect(rows.every(({ folder, depth }) => pathOf(folders, folder.id).length === depth + 1)).toBe(true);
          expect(rows.every(({ depth }) => depth < FOLDER_MAX_DEPTH)).toBe(true);
          const places = folders.map((folder) => `${folder.parentId}/${foldText(folder.name)}`);
          expect(new Set(places).size).toBe(folders.length);
        }
      }),
    );
  });
});
