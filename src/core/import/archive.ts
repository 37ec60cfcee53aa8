import { StudioError } from '../errors.ts';
import { safeName } from './address.ts';

/** Whether a file is taken apart, and its files brought in. */
export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** What may be unpacked of an archive. An archive is refused as a whole only for what it is as a whole. */

export interface ArchiveLimits {
  /** Files in one archive. */
  readonly entries: number;
  /** Bytes of one unpacked file. */
  readonly entryBytes: number;
  /** Bytes of all unpacked files together. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one. Media hardly shrink; deflate reaches 1032 with zeros. */
  readonly ratio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  entryBytes: 4 * 1024 ** 3,
  totalBytes: 16 * 1024 ** 3,
  ratio: 100,
};

/** Small files may shrink by more: an empty drawing of some kilobytes is no attack. */
const RATIO_MATTERS_BYTES = 16 * 1024 * 1024;

/** What an archive's list says of a file. Nothing of it is sure before the file is unpacked. */
export interface ArchiveEntry {
  readonly path: string;
  readonly isDirectory: boolean;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
}

export type EntryVerdict =
  /** Under this name, which is no path. */
  | { readonly kind: 'unpack'; readonly name: string }
  /** Folders, and what systems add by themselves. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'refuse'; readonly name: string; readonly error: StudioError };

/** @throws StudioError `too-many-items`: such a list is no album, and reading it would hold up the page. */
export function refuseCrowdedArchive(archive: string, entries: number, limits = ARCHIVE_LIMITS): void {
  if (entries <= limits.entries) return;
  throw new StudioError(
    'too-many-items',
    `${archive} holds ${entries} files; at most ${limits.entries} are unpacked. Unpack it yourself and choose the files that you need.`,
    { file: archive, rule: `at most ${limits.entries} files`, value: entries },
  );
}

/**
 * Whether to unpack a file, by what the list says of it.
 * @param unpackedBytes of the files before it.
 */
export function judgeEntry(
  archive: string,
  entry: ArchiveEntry,
  unpackedBytes: number,
  limits = ARCHIVE_LIMITS,
): EntryVerdict {
  const path = entry.path.replaceAll('\\', '/');
  if (entry.isDirectory || isSystemFile(path)) return { kind: 'skip' };
  const name = safeName(path);
  const refuse = (rule: string, why: string, value: string | number): EntryVerdict => {
    const shown = name || archive;
    return { kind: 'refuse', name: shown, error: refusedEntry(archive, shown, why, rule, value) };
  };
  if (name === '' || leavesFolder(path)) {
    return refuse('path inside the archive', 'its place leads out of the archive, as an attack would', path);
  }
  if (entry.isEncrypted) return refuse('no password', 'it is locked by a password: unpack it yourself', path);
  if (entry.bytes > limits.entryBytes) {
    return refuse(
      `at most ${limits.entryBytes} bytes`,
      `it is larger than ${gigabytes(limits.entryBytes)}`,
      entry.bytes,
    );
  }
  if (unpacksTooFar(entry.bytes, entry.packedBytes, limits)) {
    return refuse(
      `at most ${limits.ratio} times its packed size`,
      `it would unpack to more than ${limits.ratio} times its size, as no picture, sound or video does`,
      entry.bytes,
    );
  }
  if (unpackedBytes + entry.bytes > limits.totalBytes) {
    return refuse(
      `at most ${limits.totalBytes} bytes in all`,
      `the files before it already fill the ${gigabytes(limits.totalBytes)} that one archive may unpack to`,
      unpackedBytes + entry.bytes,
    );
  }
  return { kind: 'unpack', name };
}

/** Counts a file's bytes as they are unpacked: what the list says may be a lie. */
export class UnpackGuard {
  #bytes = 0;

  constructor(
    private readonly archive: string,
    private readonly name: string,
    private readonly entry: Pick<ArchiveEntry, 'bytes' | 'packedBytes'>,
    private readonly limits = ARCHIVE_LIMITS,
  ) {}

  /** @throws StudioError `file-damaged` once there are more bytes than the list said. */
  take(bytes: number): void {
    this.#bytes += bytes;
    const { packedBytes } = this.entry;
    if (this.#bytes <= this.entry.bytes && !unpacksTooFar(this.#bytes, packedBytes, this.limits)) return;
    throw refusedEntry(
      this.archive,
      this.name,
      'it unpacks to more than the archive says',
      'size as in the list of the archive',
      this.#bytes,
    );
  }
}

/** @param why continues "was not unpacked: ". */
export function refusedEntry(
  archive: string,
  name: string,
  why: string,
  rule: string,
  value: string | number,
): StudioError {
  return new StudioError('file-damaged', `${name} in ${archive} was not unpacked: ${why}.`, {
    file: name,
    rule,
    value,
  });
}

function unpacksTooFar(bytes: number, packedBytes: number, { ratio }: ArchiveLimits): boolean {
  return bytes > RATIO_MATTERS_BYTES && bytes > packedBytes * ratio;
}

/** Absolute, with a drive letter, or with a step upwards: "zip slip". Names are never used as paths here in any case. */
function leavesFolder(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');
}

function isSystemFile(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(path);
}

function gigabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 3)} GB`;
}
