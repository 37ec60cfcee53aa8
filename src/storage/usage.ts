import { type StorageUsage, type StoredFile, storageUsage, totalBytes } from '#core/disk/storage-usage.ts';
import type { AssetStore } from './asset-store.ts';
import type { WorkspaceDatabase } from './database.ts';
import { listFileSizes } from './files/file-system.ts';
import {
  downloadDirectory,
  mediaDirectory,
  outputDirectory,
  rescuedDirectory,
  segmentsDirectory,
  temporaryDirectory,
} from './files/paths.ts';
import type { JobStore } from './job-store.ts';
import type { ProjectStore } from './project-store.ts';
import type { TrashStore } from './trash-store.ts';

export interface UsageStores {
  readonly database: WorkspaceDatabase;
  readonly assets: AssetStore;
  readonly projects: ProjectStore;
  readonly jobs: JobStore;
  readonly trash: TrashStore;
}

/** What uses what, by looking at every file. May be used in `useLiveQuery`: rows are read first. */
export async function readUsage(workspaceId: string, stores: UsageStores): Promise<StorageUsage> {
  const rows = await readRows(stores);
  const [mediaFiles, outputFiles, partFiles, rescuedFiles, temporary, downloads] = await Promise.all([
    listFileSizes(mediaDirectory(workspaceId)),
    listFileSizes(outputDirectory(workspaceId)),
    listFileSizes(segmentsDirectory(workspaceId)),
    listFileSizes(rescuedDirectory(workspaceId)),
    listFileSizes(temporaryDirectory(workspaceId)),
    listFileSizes(downloadDirectory(workspaceId)),
  ]);
  return storageUsage({
    ...rows,
    mediaFiles,
    outputFiles,
    partFiles: partFiles.map(byJob),
    rescuedFiles,
    otherBytes: rows.otherBytes + totalBytes(temporary) + totalBytes(downloads),
  });
}

async function readRows({ database, assets, projects, jobs, trash }: UsageStores) {
  const [thumbnails, filmstrips, peaks, beatGrids, highlights, animations] = await Promise.all([
    database.thumbnails.toArray(),
    database.filmstrips.toArray(),
    database.peaks.toArray(),
    database.beatGrids.toArray(),
    database.highlights.toArray(),
    database.animations.toArray(),
  ]);
  const pictures = [...thumbnails.map(({ picture }) => picture), ...filmstrips.flatMap((row) => [...row.pictures])];
  return {
    assets: await assets.list(),
    projects: await projects.list(),
    jobs: (await jobs.list()).map(({ id, project }) => ({ id, name: project.name })),
    trash: await trash.list(),
    trashedProjects: await trash.projects(),
    trashedAssets: await trash.media(),
    analysesBytes:
      sizeAsText([...beatGrids, ...highlights]) + animations.reduce((sum, { picture }) => sum + picture.size, 0),
    otherBytes:
      pictures.reduce((sum, { size }) => sum + size, 0) +
      peaks.reduce((sum, { peaks: samples }) => sum + samples.byteLength, 0),
  };
}

/** Parts lie in folders named after their export. */
function byJob({ name, bytes }: StoredFile): StoredFile {
  return { name: name.slice(0, name.indexOf('/')), bytes };
}

/** About what rows of numbers take: the database's own packing is not told. */
function sizeAsText(rows: readonly unknown[]): number {
  return rows.reduce<number>((sum, row) => sum + JSON.stringify(row).length, 0);
}
