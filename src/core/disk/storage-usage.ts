import type { AssetId, MediaAsset } from '../media/asset.ts';
import { assetsOfProject, type Project } from '../project/project.ts';
import type { TrashItem } from './trash.ts';

/** One thing that takes room. */
export interface StoredItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

export interface StoredMedia extends StoredItem {
  /** Names of the projects that it is used in; empty for what could be deleted. */
  readonly usedIn: readonly string[];
}

/** A project takes next to nothing itself: these are the bytes of its media, which it may share with others. */
export interface StoredProject extends StoredItem {
  /** Bytes that no other project uses: what deleting it, and then its media, would free. */
  readonly ownBytes: number;
}

export interface TrashedItem extends TrashItem {
  readonly bytes: number;
}

/** What uses what. Each list has the largest first, the trash the newest. */
export interface StorageUsage {
  readonly videos: readonly StoredItem[];
  readonly media: readonly StoredMedia[];
  readonly projects: readonly StoredProject[];
  /** Parts of exports that are not finished. */
  readonly unfinished: readonly StoredItem[];
  readonly trash: readonly TrashedItem[];
  /** Files that were left when a database was gone. */
  readonly rescued: readonly StoredItem[];
  /** What was found out about media, and can be found out again. */
  readonly analysesBytes: number;
  /** Small pictures and waveforms, and files on their way in. */
  readonly otherBytes: number;
}

/** A file by the part of its name that a row knows. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
}

export interface UsageSources {
  readonly assets: readonly MediaAsset[];
  readonly projects: readonly Project[];
  /** Exports by id: those that are finished have files, the others parts. */
  readonly jobs: readonly { readonly id: string; readonly name: string }[];
  readonly trash: readonly TrashItem[];
  /** Their assets are not free to go. */
  readonly trashedProjects: readonly Project[];
  readonly trashedAssets: readonly MediaAsset[];
  readonly mediaFiles: readonly StoredFile[];
  readonly outputFiles: readonly StoredFile[];
  /** Bytes of all parts of an export, by its id. */
  readonly partFiles: readonly StoredFile[];
  readonly rescuedFiles: readonly StoredFile[];
  readonly analysesBytes: number;
  readonly otherBytes: number;
}

/** Brings files and rows together. A file that no row names is counted with the others: it goes with the next sweep. */
export function storageUsage(sources: UsageSources): StorageUsage {
  const mediaBytes = bytesByName(sources.mediaFiles);
  const outputBytes = bytesByName(sources.outputFiles.map((file) => ({ ...file, name: withoutExtension(file.name) })));
  const partBytes = bytesByName(sources.partFiles);
  const ofAsset = new Map(sources.assets.map((asset) => [asset.id, bytesOf(asset, mediaBytes)]));
  const ofTrashed = new Map(sources.trashedAssets.map((asset) => [asset.id, bytesOf(asset, mediaBytes)]));
  const users = [
    ...sources.projects,
    ...sources.trashedProjects.map((one) => ({ ...one, name: `${one.name} (trash)` })),
  ];
  const stored = (bytes: ReadonlyMap<string, number>) =>
    sources.jobs.flatMap(({ id, name }) => (bytes.has(id) ? [{ id, name, bytes: bytes.get(id) ?? 0 }] : []));
  return {
    videos: largestFirst(stored(outputBytes)),
    media: largestFirst(
      sources.assets.map(({ id, name }) => ({ id, name, bytes: ofAsset.get(id) ?? 0, usedIn: usersOf(id, users) })),
    ),
    projects: largestFirst(sources.projects.map((project) => projectUsage(project, users, ofAsset))),
    unfinished: largestFirst(stored(partBytes)),
    trash: [...sources.trash]
      .sort((a, b) => b.deletedAt - a.deletedAt)
      .map((item) => ({ ...item, bytes: (item.kind === 'export' ? outputBytes : ofTrashed).get(item.id) ?? 0 })),
    rescued: largestFirst(sources.rescuedFiles.map(({ name, bytes }) => ({ id: name, name, bytes }))),
    analysesBytes: sources.analysesBytes,
    otherBytes: sources.otherBytes,
  };
}

export function totalBytes(items: readonly { readonly bytes: number }[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}

function projectUsage(
  project: Project,
  users: readonly Project[],
  ofAsset: ReadonlyMap<AssetId, number>,
): StoredProject {
  const used = [...new Set(assetsOfProject(project))];
  const own = used.filter((id) =>
    users.every((other) => other.id === project.id || !assetsOfProject(other).includes(id)),
  );
  const sum = (ids: readonly AssetId[]) => ids.reduce((total, id) => total + (ofAsset.get(id) ?? 0), 0);
  return { id: project.id, name: project.name, bytes: sum(used), ownBytes: sum(own) };
}

function usersOf(id: AssetId, projects: readonly Project[]): string[] {
  return projects.filter((project) => assetsOfProject(project).includes(id)).map(({ name }) => name);
}

function bytesOf({ hash, rendition }: MediaAsset, files: ReadonlyMap<string, number>): number {
  return (files.get(hash) ?? 0) + (rendition ? (files.get(rendition.hash) ?? 0) : 0);
}

function bytesByName(files: readonly StoredFile[]): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const file of files) bytes.set(file.name, (bytes.get(file.name) ?? 0) + file.bytes);
  return bytes;
}

function largestFirst<Item extends { readonly bytes: number }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => b.bytes - a.bytes);
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]+$/, '');
}
