import { expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { audioAsset, videoAsset } from '#core/fixtures/assets.ts';
import { beginArrival, failArrival } from '#core/library/arrival.ts';
import { addTag, unfiled } from '#core/library/filing.ts';
import type { AssetSource } from '#core/library/source.ts';
import { assetSchema } from './asset.ts';
import { checkRow } from './checked.ts';
import { arrivalSchema, filingSchema, folderSchema } from './library.ts';

const HASH = 'ab'.repeat(32);
const CLIP = { ...videoAsset('v', 3), hash: HASH };
const SOURCES: readonly AssetSource[] = [
  { kind: 'file', path: 'holiday/day 1/a.jpg' },
  { kind: 'url', address: 'https://example.org/a.mp4' },
  { kind: 'recording', device: 'microphone' },
  { kind: 'archive', archive: 'all.zip', path: 'a/b.png' },
];

test('an asset from before its source and its facts of colour and sound were noted is read as it is', () => {
  expect(checkRow(assetSchema, CLIP, 'assets')).toEqual(CLIP);
});

test('an asset keeps where it came from, when it was changed, and what it states of colour and sound', () => {
  for (const source of SOURCES) {
    const song = { ...audioAsset('s', 3), hash: HASH, modifiedAt: 7, source };
    expect(checkRow(assetSchema, song, 'assets')).toEqual(song);
  }
  const colour = { primaries: 'bt709', transfer: null, matrix: 'bt709', fullRange: false };
  const sound = { codec: 'aac', sampleRate: 48_000, channels: 2 };
  const stated = { ...CLIP, facts: { ...CLIP.facts, colour, sound } };
  expect(checkRow(assetSchema, stated, 'assets')).toEqual(stated);
  expect(checkRow(assetSchema, { ...CLIP, facts: { ...CLIP.facts, sound: null } }, 'assets')).toHaveProperty(
    'facts.sound',
    null,
  );
});

test('an asset of an unknown source is refused by name', () => {
  const odd = { ...CLIP, source: { kind: 'fax' } };
  expect(() => checkRow(assetSchema, odd, 'assets')).toThrow('stored entry of assets (v) is damaged');
});

test('folders, filings and arrivals are read as they were written', () => {
  const folder = { id: 'f', parentId: null, name: 'Travel' };
  expect(checkRow(folderSchema, folder, 'folders')).toEqual(folder);
  const filing = { ...addTag(unfiled('v'), 'Rome'), folderId: 'f' };
  expect(checkRow(filingSchema, filing, 'filings')).toEqual(filing);
  for (const source of SOURCES) {
    const importing = beginArrival({ id: 'a', name: 'a.mp4', source, bytes: null, folderId: null }, 1);
    expect(checkRow(arrivalSchema, importing, 'arrivals')).toEqual(importing);
    const failed = failArrival(importing, new StudioError('file-damaged', 'Broken.', { file: 'a.mp4' }), 2);
    expect(checkRow(arrivalSchema, failed, 'arrivals')).toEqual(failed);
  }
});

test('a failed arrival without its reason is damaged', () => {
  const importing = beginArrival(
    { id: 'a', name: 'a.mp4', source: { kind: 'file', path: '' }, bytes: 1, folderId: null },
    1,
  );
  expect(() => checkRow(arrivalSchema, { ...importing, status: 'failed', failedAt: 2 }, 'arrivals')).toThrow('error');
});
