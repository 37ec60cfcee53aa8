import { StudioError } from '../errors.ts';
import { type ArchiveEntry, type ArchiveLimits, judgeEntry } from '../import/archive.ts';
import { isMediaPath, isTextPath } from './archive-layout.ts';

/**
 * What may be in a workspace's archive. Media and videos may be as large as the disk has room for: they are stored as
 * they are, so that none can be more than the archive itself.
 */
export const WORKSPACE_LIMITS: ArchiveLimits = {
  entries: 100_000,
  entryBytes: 2 ** 40,
  totalBytes: 2 ** 42,
  ratio: 100,
};

/** Rows of one table, in bytes. */
const LONGEST_TEXT = 2 * 1024 ** 3;

/**
 * Looks at the list of an archive before anything of it is unpacked.
 * @param archiveBytes the size of the archive itself.
 * @returns its files, without folders and what systems add.
 * @throws StudioError `file-damaged`, `file-unsupported`: the archive as a whole is refused.
 */
export function checkArchiveList(
  archive: string,
  archiveBytes: number,
  entries: readonly ArchiveEntry[],
): readonly ArchiveEntry[] {
  const paths = new Set<string>();
  const files: ArchiveEntry[] = [];
  let packedBytes = 0;
  let unpackedBytes = 0;
  for (const entry of entries) {
    const verdict = judgeEntry(archive, entry, unpackedBytes, WORKSPACE_LIMITS);
    if (verdict.kind === 'skip') continue;
    if (verdict.kind === 'refuse') throw notImported(archive, verdict.error.message, 'safe archive', entry.path);
    const { path, bytes } = entry;
    if (paths.has(path)) throw notImported(archive, `it holds “${path}” twice.`, 'each file once', path);
    if (isMediaPath(path)) {
      if (entry.packedBytes !== bytes) {
        throw notImported(archive, `“${path}” is packed, and media are stored as they are.`, 'stored media', path);
      }
    } else if (!isTextPath(path)) {
      throw notImported(archive, `“${path}” belongs to no workspace.`, 'known file', path);
    } else if (bytes > LONGEST_TEXT) {
      throw notImported(archive, `“${path}” is larger than any table is.`, `at most ${LONGEST_TEXT} bytes`, bytes);
    }
    paths.add(path);
    files.push(entry);
    packedBytes += entry.packedBytes;
    unpackedBytes += bytes;
    // Files that share bytes make little of it unpack to much.
    if (packedBytes > archiveBytes) {
      throw notImported(archive, 'its files lie over each other, as in an attack.', 'files beside each other', path);
    }
  }
  return files;
}

/** @param why a sentence. */
export function notImported(archive: string, why: string, rule: string, value: string | number): StudioError {
  return new StudioError('file-damaged', `“${archive}” was not imported, and nothing of it is kept: ${why}`, {
    file: archive,
    rule,
    value,
  });
}
