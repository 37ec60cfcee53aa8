import { StudioError } from '../errors.ts';
import { tidy } from './filing.ts';
import { foldText } from './fold-text.ts';
import { groupBy } from './group-by.ts';

/** A folder of the library. Folders hold folders; the outermost have no parent. */
export interface Folder {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** A folder with what it holds, for lists. */
export interface FolderNode {
  readonly folder: Folder;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly children: readonly FolderNode[];
}

export const FOLDER_NAME_MAX_LENGTH = 80;
export const FOLDER_MAX_DEPTH = 8;
export const MOST_FOLDERS = 1_000;

/**
 * Every operation takes all folders and gives all folders. Whatever is done, no folder lies in itself, none lies deeper
 * than `FOLDER_MAX_DEPTH`, and no two beside each other have the same name, case and accents aside.
 * @throws StudioError `input-invalid`, `too-many-items`, `state-conflict` for a name that is taken, `not-found`.
 */
export function addFolder(folders: readonly Folder[], { name: typed, ...place }: Folder): Folder[] {
  if (folders.length >= MOST_FOLDERS) {
    throw new StudioError('too-many-items', `The library holds ${MOST_FOLDERS} folders at most. Delete one first.`, {
      rule: 'folders',
      value: MOST_FOLDERS,
    });
  }
  const folder = { ...place, name: tidy(typed, 'folder name', FOLDER_NAME_MAX_LENGTH) };
  refuseTakenName(folders, folder);
  refuseTooDeep(pathOf(folders, folder.parentId).length + 1);
  return [...folders, folder];
}

/** @throws as `addFolder` */
export function renameFolder(folders: readonly Folder[], id: string, typed: string): Folder[] {
  const renamed = { ...folderOf(folders, id), name: tidy(typed, 'folder name', FOLDER_NAME_MAX_LENGTH) };
  refuseTakenName(folders, renamed);
  return folders.map((folder) => (folder.id === id ? renamed : folder));
}

/** @throws as `addFolder`, and `state-conflict` where the folder would come to lie in itself. */
export function moveFolder(folders: readonly Folder[], id: string, parentId: string | null): Folder[] {
  const moved = { ...folderOf(folders, id), parentId };
  const above = pathOf(folders, parentId);
  if (above.some((folder) => folder.id === id)) {
    throw new StudioError(
      'state-conflict',
      `“${moved.name}” cannot be moved into itself, or into a folder that it holds. Choose another place.`,
      { rule: 'a folder does not lie in itself', value: moved.name },
    );
  }
  refuseTakenName(folders, moved);
  refuseTooDeep(above.length + heightOf(folders, id));
  return folders.map((folder) => (folder.id === id ? moved : folder));
}

/**
 * Folders without one and all that it holds. Their assets are not touched: they go one folder further out.
 * @returns also the ids of what was removed, and where its assets belong now.
 * @throws StudioError `not-found`.
 */
export function removeFolder(
  folders: readonly Folder[],
  id: string,
): { readonly folders: Folder[]; readonly removed: ReadonlySet<string>; readonly assetsTo: string | null } {
  const { parentId } = folderOf(folders, id);
  const removed = within(folders, id);
  return { folders: folders.filter((folder) => !removed.has(folder.id)), removed, assetsTo: parentId };
}

/** Ids of a folder and of all that it holds, however deep. */
export function within(folders: readonly Folder[], id: string): ReadonlySet<string> {
  const byParent = groupBy(folders, ({ parentId }) => parentId);
  const found = new Set([id]);
  // A set yields what is added while it is walked through; what is in it already is not added twice.
  for (const inner of found) for (const child of byParent.get(inner) ?? []) found.add(child.id);
  return found;
}

/** The folder and those around it, outermost first; empty for null. @throws StudioError `not-found`. */
export function pathOf(folders: readonly Folder[], id: string | null): Folder[] {
  const path: Folder[] = [];
  // Stored rows may be damaged: a loop ends at the folder that was met before.
  for (let at = id; at !== null && !path.some((folder) => folder.id === at); ) {
    const folder = folderOf(folders, at);
    path.unshift(folder);
    at = folder.parentId;
  }
  return path;
}

/** Each folder once, in alphabetical order. One whose parent is missing, or that lies in itself, stands outermost. */
export function folderTree(folders: readonly Folder[]): FolderNode[] {
  const ids = new Set(folders.map(({ id }) => id));
  const byParent = groupBy(folders, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
  const placed = new Set<string>();
  const nodesOf = (parentId: string | null, depth: number): FolderNode[] =>
    byName(byParent.get(parentId) ?? []).map((folder) => node(folder, depth));
  const node = (folder: Folder, depth: number): FolderNode => {
    placed.add(folder.id);
    const children = byName(byParent.get(folder.id) ?? []).filter(({ id }) => !placed.has(id));
    return { folder, depth, children: children.map((child) => node(child, depth + 1)) };
  };
  const tree = nodesOf(null, 0);
  for (const folder of byName(folders)) if (!placed.has(folder.id)) tree.push(node(folder, 0));
  return tree;
}

/** A tree row by row, as it is read from top to bottom. */
export function flattened(tree: readonly FolderNode[]): FolderNode[] {
  return tree.flatMap((node) => [node, ...flattened(node.children)]);
}

function byName(folders: readonly Folder[]): Folder[] {
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return [...folders].sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function folderOf(folders: readonly Folder[], id: string): Folder {
  const folder = folders.find((one) => one.id === id);
  if (folder) return folder;
  throw new StudioError('not-found', 'This folder is no longer there. Choose another.', {
    rule: 'folder exists',
    value: id,
  });
}

/** Levels from a folder down to the deepest that it holds; 1 for one without folders. */
function heightOf(folders: readonly Folder[], id: string): number {
  const around = pathOf(folders, id).length;
  return Math.max(...[...within(folders, id)].map((inner) => pathOf(folders, inner).length)) - around + 1;
}

function refuseTakenName(folders: readonly Folder[], { id, parentId, name }: Folder): void {
  const sameName = (other: Folder) => foldText(other.name) === foldText(name);
  if (!folders.some((other) => other.id !== id && other.parentId === parentId && sameName(other))) return;
  throw new StudioError('state-conflict', `There is a folder “${name}” here already. Choose another name.`, {
    rule: 'names of folders beside each other differ',
    value: name,
  });
}

function refuseTooDeep(depth: number): void {
  if (depth <= FOLDER_MAX_DEPTH) return;
  throw new StudioError(
    'too-many-items',
    `Folders lie ${FOLDER_MAX_DEPTH} deep at most, this would be ${depth}. Choose a place further out.`,
    { rule: 'depth of folders', value: depth },
  );
}
