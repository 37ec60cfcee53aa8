import type { MediaAsset, MediaKind } from '../media/asset.ts';
import { type Filing, unfiled } from './filing.ts';
import { foldText } from './fold-text.ts';
import { type Folder, within } from './folders.ts';

/** An asset with how it is put away, and its words as they are compared: made once, looked through at every key. */
export interface ShelvedAsset {
  readonly asset: MediaAsset;
  readonly filing: Filing;
  readonly words: string;
}

/** What the library is asked for. Every part narrows what is found. */
export interface AssetQuery {
  /** Each word has to stand in the name or a tag; case and accents do not matter. */
  readonly text: string;
  /** Empty for all. */
  readonly kinds: readonly MediaKind[];
  /** Null for everywhere; a folder's assets are also those of the folders in it. */
  readonly folderId: string | null;
  /** Each has to be there. */
  readonly tags: readonly string[];
  readonly favouritesOnly: boolean;
}

export const EVERYTHING: AssetQuery = { text: '', kinds: [], folderId: null, tags: [], favouritesOnly: false };

export function shelve(assets: readonly MediaAsset[], filings: readonly Filing[]): ShelvedAsset[] {
  const byAsset = new Map(filings.map((filing) => [filing.assetId, filing]));
  return assets.map((asset) => {
    const filing = byAsset.get(asset.id) ?? unfiled(asset.id);
    // Lines apart: a word that is looked for does not reach from the name into a tag.
    return { asset, filing, words: foldText([asset.name, ...filing.tags].join('\n')) };
  });
}

/** Without a folder or tags that are gone: what nobody can take back any more would hide everything. */
export function withoutGone(query: AssetQuery, folders: readonly Folder[], tagsInUse: readonly string[]): AssetQuery {
  const isFolderGone = query.folderId !== null && !folders.some(({ id }) => id === query.folderId);
  const tags = query.tags.filter((tag) => tagsInUse.includes(tag));
  if (!isFolderGone && tags.length === query.tags.length) return query;
  return { ...query, folderId: isFolderGone ? null : query.folderId, tags };
}

/** Those that answer the query, in the order in which they came. */
export function findAssets(
  shelved: readonly ShelvedAsset[],
  query: AssetQuery,
  folders: readonly Folder[],
): ShelvedAsset[] {
  const words = foldText(query.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const tags = query.tags.map(foldText);
  const inFolder = query.folderId === null ? null : within(folders, query.folderId);
  return shelved.filter(
    ({ asset, filing, words: own }) =>
      (!query.favouritesOnly || filing.isFavourite) &&
      (query.kinds.length === 0 || query.kinds.includes(asset.facts.kind)) &&
      (inFolder === null || (filing.folderId !== null && inFolder.has(filing.folderId))) &&
      hasTags(filing, tags) &&
      words.every((word) => own.includes(word)),
  );
}

function hasTags(filing: Filing, folded: readonly string[]): boolean {
  if (folded.length === 0) return true;
  const own = filing.tags.map(foldText);
  return folded.every((tag) => own.includes(tag));
}
