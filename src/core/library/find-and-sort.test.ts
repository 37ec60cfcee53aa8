import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audioAsset, imageAsset } from '../fixtures/assets.ts';
import { addTag, unfiled } from './filing.ts';
import { type AssetQuery, EVERYTHING, findAssets, shelve, withoutGone } from './find-assets.ts';
import { foldText } from './fold-text.ts';
import { ASSET_ORDERS, NEWEST_FIRST, sortAssets } from './sort-assets.ts';

const ASSETS = [
  { ...imageAsset('a'), name: 'Crème brûlée.jpg', importedAt: 3, bytes: 20 },
  { ...imageAsset('b'), name: 'IMG_10.jpg', importedAt: 2, bytes: 30 },
  { ...audioAsset('c', 5), name: 'img_9.mp3', importedAt: 1, bytes: 10 },
];
const FILINGS = [
  { ...addTag(unfiled('b'), 'Überblick'), folderId: 'rome' },
  { ...unfiled('c'), isFavourite: true, folderId: 'travel' },
];
const FOLDERS = [
  { id: 'travel', parentId: null, name: 'Travel' },
  { id: 'rome', parentId: 'travel', name: 'Rome' },
];
const SHELVED = shelve(ASSETS, FILINGS);

function found(query: Partial<AssetQuery>): string[] {
  return findAssets(SHELVED, { ...EVERYTHING, ...query }, FOLDERS).map(({ asset }) => asset.id);
}

describe('search', () => {
  test('looks for every word in names and tags, whatever its case and accents', () => {
    expect(found({ text: 'BRULEE creme' })).toEqual(['a']);
    expect(found({ text: 'uberblick' })).toEqual(['b']);
    expect(found({ text: 'IMG' })).toEqual(['b', 'c']);
    expect(found({ text: 'img nothing' })).toEqual([]);
    expect(found({ text: '  ' })).toEqual(['a', 'b', 'c']);
  });

  test('lets go of a folder and of tags that are gone', () => {
    const query = { ...EVERYTHING, text: 'img', folderId: 'rome', tags: ['Überblick', 'Sea'] };
    expect(withoutGone(query, FOLDERS, ['Überblick', 'Sea'])).toBe(query);
    expect(withoutGone(query, [], ['Sea'])).toEqual({ ...query, folderId: null, tags: ['Sea'] });
  });

  test('does not read the name and a tag as one word', () => {
    expect(found({ text: 'jpguber' })).toEqual([]);
  });

  test('narrows by kind, folder with the folders in it, tag and favourite', () => {
    expect(found({ kinds: ['audio'] })).toEqual(['c']);
    expect(found({ folderId: 'travel' })).toEqual(['b', 'c']);
    expect(found({ folderId: 'rome' })).toEqual(['b']);
    expect(found({ tags: ['überBLICK'] })).toEqual(['b']);
    expect(found({ favouritesOnly: true })).toEqual(['c']);
    expect(found({ favouritesOnly: true, kinds: ['image'] })).toEqual([]);
  });

  test('folds letters that have no accent of their own', () => {
    expect(['Straße', 'Łódź', 'Ærø', 'İstanbul', 'ﬁlm', 'ΟΔΟΣ'].map(foldText)).toEqual([
      'strasse',
      'lodz',
      'aero',
      'istanbul',
      'film',
      'οδοσ',
    ]);
  });

  test('finds a text by any part of itself, folded any number of times', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });
});

describe('order', () => {
  const ids = (by: (typeof ASSET_ORDERS)[number], descending = false) =>
    sortAssets(SHELVED, { by, descending }).map(({ asset }) => asset.id);

  test('is by name with numbers by value, by date, size, type and length', () => {
    expect(ids('name')).toEqual(['a', 'c', 'b']);
    expect(sortAssets(SHELVED, NEWEST_FIRST).map(({ asset }) => asset.id)).toEqual(['a', 'b', 'c']);
    expect(ids('size')).toEqual(['c', 'a', 'b']);
    expect(ids('type')).toEqual(['a', 'b', 'c']);
  });

  test('puts pictures, which have no length, last in either direction', () => {
    expect(ids('duration')).toEqual(['c', 'a', 'b']);
    expect(ids('duration', true)).toEqual(['c', 'a', 'b']);
  });

  test('does not depend on how the assets came', () => {
    const asset = fc.record({
      name: fc.constantFrom('a', 'A', 'b10', 'b9'),
      bytes: fc.nat(2),
      importedAt: fc.nat(2),
      length: fc.nat(2),
    });
    const several = fc
      .array(asset, { maxLength: 12 })
      .map((list) =>
        list.map(({ length, ...rest }, index) => ({
          ...(length === 0 ? imageAsset(`${index}`) : audioAsset(`${index}`, length)),
          ...rest,
        })),
      )
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(several, fc.constantFrom(...ASSET_ORDERS), fc.boolean(), ([list, shuffled], by, descending) => {
        const order = (assets: typeof list) =>
          sortAssets(shelve(assets, []), { by, descending }).map(({ asset: { id } }) => id);
        expect(order(shuffled)).toEqual(order(list));
      }),
    );
  });
});
