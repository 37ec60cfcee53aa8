import { useDeferredValue, useMemo, useState } from 'react';
import { tagsInUse } from '#core/library/filing.ts';
import {
  type AssetQuery,
  EVERYTHING,
  findAssets,
  type ShelvedAsset,
  shelve,
  withoutGone,
} from '#core/library/find-assets.ts';
import { type FolderNode, flattened, folderTree } from '#core/library/folders.ts';
import { type AssetSorting, NEWEST_FIRST, sortAssets } from '#core/library/sort-assets.ts';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';

export interface LibraryView {
  /** Undefined while it is looked up. */
  readonly total: number | undefined;
  readonly shown: readonly ShelvedAsset[];
  readonly folders: readonly FolderNode[];
  /** All that are in use. */
  readonly tags: readonly string[];
  readonly query: AssetQuery;
  readonly sorting: AssetSorting;
  narrow(change: Partial<AssetQuery>): void;
  sort(sorting: AssetSorting): void;
}

const NONE: readonly never[] = [];

/** What the library holds, found and in order. */
export function useLibrary(): LibraryView {
  const { studio } = useEditor();
  const [wanted, setWanted] = useState(EVERYTHING);
  const [sorting, setSorting] = useState(NEWEST_FIRST);
  const assets = useStored(() => studio.assets.list(), [studio]);
  const filings = useStored(() => studio.library.filings(), [studio]) ?? NONE;
  const folders = useStored(() => studio.library.folders(), [studio]) ?? NONE;
  const tags = useMemo(() => tagsInUse(filings), [filings]);
  const query = useMemo(() => withoutGone(wanted, folders, tags), [wanted, folders, tags]);
  // Typing goes first: thousands of assets are looked through behind it.
  const asked = useDeferredValue(query);
  const shelved = useMemo(() => shelve(assets ?? NONE, filings), [assets, filings]);
  const sorted = useMemo(() => sortAssets(shelved, sorting), [shelved, sorting]);
  const shown = useMemo(() => findAssets(sorted, asked, folders), [sorted, asked, folders]);
  const inOrder = useMemo(() => flattened(folderTree(folders)), [folders]);
  return {
    total: assets?.length,
    shown,
    folders: inOrder,
    tags,
    query,
    sorting,
    narrow: (change) => setWanted((before) => ({ ...before, ...change })),
    sort: setSorting,
  };
}
