import type { ContentHash } from '../media/asset.ts';

/**
 * A whole workspace in one ZIP archive: `workspace.json` says what it is, `rows/` holds a file for each table with a row
 * of JSON on each line, media and videos lie beside them as they are, and `files.jsonl` has the SHA-256 of each.
 */

export const ARCHIVE_FORMAT = 'golden-frame-workspace';

/** Of the layout; rows have versions of their own. */
export const ARCHIVE_VERSION = 1;

export const MANIFEST_PATH = 'workspace.json';
export const FILE_LIST_PATH = 'files.jsonl';

/** In the order in which they are written. */
export const ARCHIVE_TABLES = [
  'assets',
  'thumbnails',
  'filmstrips',
  'peaks',
  'highlights',
  'beatGrids',
  'folders',
  'filings',
  'projects',
  'jobs',
  'fonts',
  'settings',
] as const;
export type ArchiveTable = (typeof ARCHIVE_TABLES)[number];

/** What `workspace.json` says. */
export interface ArchiveManifest {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly version: number;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
}

/** A file beside the rows. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: ContentHash;
}

export function rowsPath(table: ArchiveTable): string {
  return `rows/${table}.jsonl`;
}

export function archivedMediaPath(hash: ContentHash): string {
  return `media/${hash}`;
}

/** Of a finished export: its video and its thumbnail. */
export function archivedVideoPaths(jobId: string): { readonly video: string; readonly thumbnail: string } {
  return { video: `videos/${jobId}.mp4`, thumbnail: `videos/${jobId}.jpg` };
}

/** Media and videos: stored as they are. */
export function isMediaPath(path: string): boolean {
  return /^media\/[0-9a-f]{64}$/.test(path) || /^videos\/[a-zA-Z0-9-]{1,64}\.(mp4|jpg)$/.test(path);
}

export function isTextPath(path: string): boolean {
  const texts = [MANIFEST_PATH, FILE_LIST_PATH, ...ARCHIVE_TABLES.map(rowsPath)];
  return texts.includes(path);
}
