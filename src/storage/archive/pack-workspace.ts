import { createSHA256 } from 'hash-wasm';
import { StudioError } from '#core/errors.ts';
import type { ContentHash, MediaAsset } from '#core/media/asset.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_TABLES,
  ARCHIVE_VERSION,
  type ArchivedFile,
  type ArchiveManifest,
  type ArchiveTable,
  archivedMediaPath,
  archivedVideoPaths,
  FILE_LIST_PATH,
  MANIFEST_PATH,
  rowsPath,
} from '#core/workspace/archive-layout.ts';
import type { WorkspaceDatabase } from '../database.ts';
import { readFile } from '../files/file-system.ts';
import { mediaPath, outputPaths } from '../files/paths.ts';
import { ProblemLog, readable } from '../problem-log.ts';
import { ARCHIVED_SETTINGS } from '../schema/archive.ts';
import { namingErrors } from '../storage-error.ts';
import { type ArchivedRows, TABLE_FORMATS } from './table-formats.ts';

/** Takes the files of an archive, one after the other. */
export interface PackTarget {
  add(
    path: string,
    content: Blob | ReadableStream<Uint8Array>,
    options?: {
      readonly compress?: boolean;
      readonly signal?: AbortSignal;
      readonly onProgress?: (bytes: number) => void;
    },
  ): Promise<void>;
}

export type RowsByTable = { readonly [Table in ArchiveTable]: readonly ArchivedRows[Table][] };

/** A file on its way into an archive. */
interface SourceFile {
  readonly path: string;
  readonly file: File;
  /** Null where it is not known yet. */
  readonly sha256: ContentHash | null;
}

/** What an archive will hold: rows of one moment, and the files that they name. */
export interface PackingList {
  readonly rows: RowsByTable;
  readonly files: readonly SourceFile[];
  /** Of the files together. */
  readonly bytes: number;
  /** In words: rows that are damaged, and things whose files are gone. */
  readonly leftOut: readonly string[];
}

/** Reads all rows of a workspace, and looks for their files. What is damaged or has lost its file is left out, by name. */
export async function listForPacking(workspaceId: string, database: WorkspaceDatabase): Promise<PackingList> {
  const problems = new ProblemLog();
  const stored = await namingErrors(readRows(database, problems));
  const files: SourceFile[] = [];
  const assets: MediaAsset[] = [];
  for (const asset of stored.assets) {
    const found = await mediaFiles(workspaceId, asset);
    if (!found) problems.add(withoutFile(asset.name));
    else {
      assets.push(asset);
      files.push(...found);
    }
  }
  const jobs = [];
  for (const job of stored.jobs) {
    const found = await videoFiles(workspaceId, job.id);
    if (!found) problems.add(withoutFile(job.project.name));
    else {
      jobs.push(job);
      files.push(...found);
    }
  }
  const fonts = [];
  for (const font of stored.fonts) {
    const file = await readFile(mediaPath(workspaceId, font.hash));
    if (!file) problems.add(withoutFile(font.name));
    else {
      fonts.push(font);
      files.push({ path: archivedMediaPath(font.hash), file, sha256: font.hash });
    }
  }
  // Renditions of different files may be the same bytes.
  const once = [...new Map(files.map((file) => [file.path, file])).values()];
  return {
    rows: { ...stored, assets, jobs, fonts },
    files: once,
    bytes: once.reduce((sum, { file }) => sum + file.size, 0),
    leftOut: problems.list().map(({ message }) => message),
  };
}

/**
 * Writes an archive of all that is listed.
 * @param signal ends it: the target then has to be discarded.
 * @param onBytes how much of the files is written.
 * @throws what the target rejects with; DOMException `NotReadableError` for a file that was deleted meanwhile.
 */
export async function packWorkspace(
  { rows, files }: PackingList,
  about: Pick<ArchiveManifest, 'name' | 'exportedAt'>,
  target: PackTarget,
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<void> {
  const manifest: ArchiveManifest = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, ...about };
  await target.add(MANIFEST_PATH, new Blob([JSON.stringify(manifest)]));
  for (const table of ARCHIVE_TABLES) await packTable(table, rows, target);
  let done = 0;
  const packed: ArchivedFile[] = [];
  for (const { path, file, sha256 } of files) {
    signal.throwIfAborted();
    packed.push({ path, bytes: file.size, sha256: sha256 ?? (await hashOf(file)) });
    await target.add(path, file, { signal, onProgress: (bytes) => onBytes(done + bytes) });
    done += file.size;
    onBytes(done);
  }
  await target.add(
    FILE_LIST_PATH,
    linesOf(packed, (row) => row),
    { compress: true },
  );
}

async function packTable<Table extends ArchiveTable>(
  table: Table,
  rows: RowsByTable,
  target: PackTarget,
): Promise<void> {
  await target.add(
    rowsPath(table),
    linesOf(rows[table], (row) => TABLE_FORMATS[table].pack(row)),
    { compress: true },
  );
}

/** Rows as they are read from an archive: one that its own reader would refuse must not get into it. */
async function readRows(database: WorkspaceDatabase, problems: ProblemLog): Promise<RowsByTable> {
  const tables = ARCHIVE_TABLES.map((table) => database.table(table));
  return await database.transaction('r', tables, async () => ({
    assets: readable(await database.assets.orderBy('importedAt').toArray(), TABLE_FORMATS.assets.read, problems),
    thumbnails: await database.thumbnails.toArray(),
    filmstrips: await database.filmstrips.toArray(),
    peaks: await database.peaks.toArray(),
    highlights: readable(await database.highlights.toArray(), TABLE_FORMATS.highlights.read, problems),
    beatGrids: readable(await database.beatGrids.toArray(), TABLE_FORMATS.beatGrids.read, problems),
    folders: readable(await database.folders.toArray(), TABLE_FORMATS.folders.read, problems),
    filings: readable(await database.filings.toArray(), TABLE_FORMATS.filings.read, problems),
    projects: readable(await database.projects.toArray(), TABLE_FORMATS.projects.read, problems),
    jobs: readable(
      await database.jobs.where('status').equals('completed').toArray(),
      TABLE_FORMATS.jobs.read,
      problems,
    ),
    fonts: readable(await database.fonts.toArray(), TABLE_FORMATS.fonts.read, problems),
    settings: await database.settings.where('id').anyOf(ARCHIVED_SETTINGS).toArray(),
  }));
}

/** The file, and its rendition where it has one; null where one of them is gone. */
async function mediaFiles(workspaceId: string, { hash, rendition }: MediaAsset): Promise<SourceFile[] | null> {
  const hashes = rendition ? [hash, rendition.hash] : [hash];
  const found: SourceFile[] = [];
  for (const sha256 of hashes) {
    const file = await readFile(mediaPath(workspaceId, sha256));
    if (!file) return null;
    found.push({ path: archivedMediaPath(sha256), file, sha256 });
  }
  return found;
}

async function videoFiles(workspaceId: string, jobId: string): Promise<SourceFile[] | null> {
  const stored = outputPaths(workspaceId, jobId);
  const paths = archivedVideoPaths(jobId);
  const [video, thumbnail] = await Promise.all([readFile(stored.video), readFile(stored.thumbnail)]);
  if (!video || !thumbnail) return null;
  return [
    { path: paths.video, file: video, sha256: null },
    { path: paths.thumbnail, file: thumbnail, sha256: null },
  ];
}

async function hashOf(file: File): Promise<ContentHash> {
  const hasher = await createSHA256();
  hasher.init();
  for await (const chunk of file.stream()) hasher.update(chunk);
  return hasher.digest('hex');
}

/** One row of JSON on each line, made as it is asked for. */
function linesOf<Row>(
  rows: readonly Row[],
  pack: (row: Row) => unknown | Promise<unknown>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const waiting = rows.values();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = waiting.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(await pack(value))}\n`));
    },
  });
}

function withoutFile(name: string): StudioError {
  return new StudioError('storage-failed', `“${name}” was left out: its file is gone from this browser's storage.`, {
    file: name,
    rule: 'file exists',
  });
}
