import { StudioError, toStudioError } from '#core/errors.ts';
import type { ArchiveEntry } from '#core/import/archive.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_TABLES,
  ARCHIVE_VERSION,
  type ArchivedFile,
  type ArchiveManifest,
  type ArchiveTable,
  FILE_LIST_PATH,
  isMediaPath,
  MANIFEST_PATH,
  rowsPath,
} from '#core/workspace/archive-layout.ts';
import { notImported } from '#core/workspace/check-archive.ts';
import { checkContents } from '#core/workspace/check-contents.ts';
import { LineCutter, parseForeignJson } from '#core/workspace/json-line.ts';
import { WorkspaceDatabase } from '../database.ts';
import { moveFile } from '../files/file-system.ts';
import { mediaPath, outputPaths, temporaryDirectory } from '../files/paths.ts';
import { hasRoom } from '../files/probe-room.ts';
import { receiveStream } from '../files/store-media.ts';
import { archivedFileSchema, manifestSchema } from '../schema/archive.ts';
import { checkRow } from '../schema/checked.ts';
import { namingErrors } from '../storage-error.ts';
import type { RowsByTable } from './pack-workspace.ts';
import { type ArchivedRows, TABLE_FORMATS, withFiles } from './table-formats.ts';

/** An archive whose list has been checked. */
export interface UnpackSource {
  /** Of the archive, for messages. */
  readonly name: string;
  readonly entries: readonly ArchiveEntry[];
  /**
   * Unpacks one file into `receive`.
   * @throws StudioError `file-damaged` where it is not what the list says, or what `receive` rejects with.
   */
  unpack<T>(path: string, receive: (bytes: ReadableStream<Uint8Array>) => Promise<T>): Promise<T>;
}

/** In characters: the longest rows hold a filmstrip, or the captions of hours. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Room that rows need beside the files, in bytes. */
const SPARE_BYTES = 16e6;

/**
 * Fills a new workspace from an archive. Nothing is written before all rows have passed; where a file turns out to be
 * another than its hash says, what was written is the caller's to remove, with the whole workspace.
 * @param onBytes how much of the files is stored, of how much.
 * @returns what the archive says of itself.
 * @throws StudioError `file-unsupported` where it is no workspace, `state-conflict` where a newer studio made it,
 * `file-damaged`, `disk-full`.
 */
export async function unpackWorkspace(
  source: UnpackSource,
  workspaceId: string,
  now: number,
  onBytes: (done: number, total: number) => void,
): Promise<ArchiveManifest> {
  const manifest = await readManifest(source);
  const rows = await readAllRows(source);
  const files = await readLines(source, FILE_LIST_PATH, (row) => checkRow(archivedFileSchema, row, 'files'));
  const found = source.entries.filter(({ path }) => isMediaPath(path));
  const wrong = checkContents({ assets: rows.assets, jobs: rows.jobs, fonts: rows.fonts, files, found });
  if (wrong) throw notImported(source.name, wrong.why, wrong.rule, wrong.value);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (!(await hasRoom(temporaryDirectory(workspaceId), total + SPARE_BYTES))) throw noRoom(source.name, total);
  let done = 0;
  for (const file of files) {
    await storeFile(source, workspaceId, file, (bytes) => onBytes(done + bytes, total));
    done += file.bytes;
    onBytes(done, total);
  }
  await storeRows(workspaceId, rows, now);
  return manifest;
}

async function readManifest(source: UnpackSource): Promise<ArchiveManifest> {
  if (!source.entries.some(({ path }) => path === MANIFEST_PATH)) throw noWorkspace(source.name);
  const text = await source.unpack(MANIFEST_PATH, (bytes) => new Response(bytes).text());
  const value = refusing(source, MANIFEST_PATH, () => parseForeignJson(text));
  if (fieldOf(value, 'format') !== ARCHIVE_FORMAT) throw noWorkspace(source.name);
  const version = fieldOf(value, 'version');
  if (typeof version === 'number' && version > ARCHIVE_VERSION) throw newerArchive(source.name, version);
  return refusing(source, MANIFEST_PATH, () => checkRow(manifestSchema, value, 'workspace'));
}

async function readAllRows(source: UnpackSource): Promise<RowsByTable> {
  const read = <Table extends ArchiveTable>(table: Table): Promise<ArchivedRows[Table][]> =>
    readLines(source, rowsPath(table), TABLE_FORMATS[table].read);
  return {
    assets: await read('assets'),
    thumbnails: await read('thumbnails'),
    filmstrips: await read('filmstrips'),
    peaks: await read('peaks'),
    highlights: await read('highlights'),
    beatGrids: await read('beatGrids'),
    folders: await read('folders'),
    filings: await read('filings'),
    projects: await read('projects'),
    jobs: await read('jobs'),
    fonts: await read('fonts'),
    settings: await read('settings'),
  };
}

/** The rows of a file; none where it is not there. */
async function readLines<Row>(source: UnpackSource, path: string, read: (value: unknown) => Row): Promise<Row[]> {
  if (!source.entries.some((entry) => entry.path === path)) return [];
  return await source.unpack(path, async (bytes) => {
    const rows: Row[] = [];
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const cutter = new LineCutter(LONGEST_LINE);
    const take = (lines: readonly string[]) => {
      for (const line of lines) rows.push(read(parseForeignJson(line)));
    };
    const where = () => `${path}, row ${rows.length + 1}`;
    for await (const chunk of bytes) {
      refusing(source, where, () => take(cutter.add(decoder.decode(chunk, { stream: true }))));
    }
    refusing(source, where, () => take([...cutter.add(decoder.decode()), ...cutter.end()]));
    return rows;
  });
}

/** Refuses the archive for what `work` throws, by the place where it stands. */
function refusing<T>(source: UnpackSource, where: string | (() => string), work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const place = typeof where === 'string' ? where : where();
    const { code, message, details } = toStudioError(thrown);
    // A project of a newer studio is told as such.
    if (code === 'state-conflict') throw newerRow(source.name, place, message);
    throw notImported(source.name, `${place} is damaged: ${details.cause ?? message}`, 'schema of its table', place);
  }
}

/** Bytes are flushed and have the right hash before the file gets its name. */
async function storeFile(
  source: UnpackSource,
  workspaceId: string,
  { path, bytes, sha256 }: ArchivedFile,
  onBytes: (done: number) => void,
): Promise<void> {
  const received = await source.unpack(path, (stream) => receiveStream(workspaceId, stream, onBytes));
  if (received.hash !== sha256 || received.bytes !== bytes) {
    const why = `“${path}” is damaged: its bytes are not those that were exported.`;
    throw notImported(source.name, why, 'SHA-256 as in the list', received.hash);
  }
  await moveFile(received.path, storedPath(workspaceId, path));
}

/** Made of parts that were checked one by one: no path of the archive is a path here. */
function storedPath(workspaceId: string, path: string): string {
  const [folder = '', name = ''] = path.split('/');
  if (folder === 'media') return mediaPath(workspaceId, name);
  const [jobId = '', ending] = name.split('.');
  const { video, thumbnail } = outputPaths(workspaceId, jobId);
  return ending === 'mp4' ? video : thumbnail;
}

async function storeRows(workspaceId: string, rows: RowsByTable, now: number): Promise<void> {
  const database = new WorkspaceDatabase(workspaceId);
  try {
    const tables = ARCHIVE_TABLES.map((table) => database.table(table));
    const written = database.transaction('rw', tables, async () => {
      const jobs = rows.jobs.map((job) => withFiles(job, outputPaths(workspaceId, job.id)));
      const identity = { id: 'identity', value: { createdAt: now } };
      const stored: RowsByTable = { ...rows, jobs, settings: [...rows.settings, identity] };
      for (const table of ARCHIVE_TABLES) await database.table(table).bulkAdd([...stored[table]]);
    });
    await namingErrors(written, 'the imported workspace');
  } finally {
    database.close();
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function noWorkspace(archive: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `“${archive}” is no workspace of this studio: it has no ${MANIFEST_PATH} that says so. To take in the media of an archive, add it in the library.`,
    { file: archive, rule: 'archive of a workspace' },
  );
}

function newerArchive(archive: string, version: number): StudioError {
  return new StudioError(
    'state-conflict',
    `“${archive}” was exported by a newer version of the studio (format ${version}, this one reads up to ${ARCHIVE_VERSION}). Reload the page to update, then import it again.`,
    { file: archive, rule: 'format version', value: version },
  );
}

function newerRow(archive: string, place: string, why: string): StudioError {
  return new StudioError(
    'state-conflict',
    `“${archive}” was not imported, and nothing of it is kept: ${place}: ${why}`,
    { file: archive, rule: 'schemaVersion', value: place },
  );
}

function noRoom(archive: string, bytes: number): StudioError {
  return new StudioError(
    'disk-full',
    `“${archive}” holds ${Math.ceil(bytes / 1e6)} MB of media and videos, and there is not as much room left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.`,
    { file: archive, rule: 'free disk in bytes', value: bytes },
  );
}
