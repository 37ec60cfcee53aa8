import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js';
import { StudioError, toStudioError } from '#core/errors.ts';
import {
  ARCHIVE_LIMITS,
  type ArchiveEntry,
  type ArchiveLimits,
  judgeEntry,
  refuseCrowdedArchive,
  refusedEntry,
  UnpackGuard,
} from '#core/import/archive.ts';

/** One file of an archive, or why it was left packed. */
export type ArchiveItem<T> =
  | { readonly kind: 'unpacked'; readonly path: string; readonly name: string; readonly result: T }
  | { readonly kind: 'refused'; readonly name: string; readonly error: StudioError };

/** Takes a file's bytes while they are unpacked; where it rejects, what it wrote is its own to remove. */
export type Receive<T> = (name: string, bytes: ReadableStream<Uint8Array>) => Promise<T>;

/**
 * The files of a ZIP archive, ZIP64 too, one after the other: each is unpacked when it is asked for, and never is more
 * of it in memory than a few chunks. One that is damaged, locked or an attack does not stop the others.
 * @throws StudioError `file-damaged` where it is no archive, `too-many-items`.
 */
export async function* readArchive<T>(
  archive: Blob,
  name: string,
  receive: Receive<T>,
): AsyncGenerator<ArchiveItem<T>> {
  const reader = new ZipReader(new BlobReader(archive), {
    // Workers of its own would outlive this one, which is ended for a cancel.
    useWebWorkers: false,
    // It would refuse all files for the name of one; `judgeEntry` refuses that one, and no name is used as a path here.
    filenameValidation: 'tolerant',
  });
  try {
    let unpackedBytes = 0;
    for (const entry of await entriesOf(reader, name)) {
      const described = describeEntry(entry);
      const verdict = judgeEntry(name, described, unpackedBytes);
      if (verdict.kind === 'skip') continue;
      if (verdict.kind === 'refuse') yield { ...verdict, kind: 'refused' };
      else {
        const item = await unpack(entry, described, { archive: name, name: verdict.name }, receive);
        if (item.kind === 'unpacked') unpackedBytes += described.bytes;
        yield item;
      }
    }
  } finally {
    await reader.close();
  }
}

/** The list of an archive. @throws StudioError `file-damaged` where it is none, `too-many-items`. */
export async function entriesOf(
  reader: ZipReader<Blob>,
  archive: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      refuseCrowdedArchive(archive, entries.length, limits);
    }
  } catch (thrown) {
    if (thrown instanceof StudioError) throw thrown;
    const { details } = toStudioError(thrown);
    throw new StudioError(
      'file-damaged',
      `“${archive}” cannot be read: it is no ZIP archive, or part of it is missing. Unpack it and choose the folder, or download it again.`,
      { file: archive, rule: 'ZIP archive', ...details },
      { cause: thrown },
    );
  }
  return entries;
}

async function unpack<T>(
  entry: Entry,
  described: ArchiveEntry,
  names: { readonly archive: string; readonly name: string },
  receive: Receive<T>,
): Promise<ArchiveItem<T>> {
  const { archive, name } = names;
  if (entry.directory) throw new Error('A folder cannot be unpacked.');
  const guard = new UnpackGuard(archive, name, described);
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      guard.take(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const [received, unpacked] = await Promise.allSettled([
    receive(name, counted.readable),
    entry.getData(counted.writable, { checkSignature: true }),
  ]);
  if (received.status === 'fulfilled' && unpacked.status === 'fulfilled') {
    return { kind: 'unpacked', path: described.path, name, result: received.value };
  }
  const reason: unknown =
    received.status === 'rejected' ? received.reason : unpacked.status === 'rejected' && unpacked.reason;
  if (reason instanceof StudioError) return { kind: 'refused', name, error: reason };
  const why = 'it is damaged, or packed in a way that is not known here: unpack the archive yourself';
  const error = refusedEntry(archive, name, why, 'file as it was packed', toStudioError(reason).message);
  return { kind: 'refused', name, error };
}

export function describeEntry(entry: Entry): ArchiveEntry {
  return {
    path: entry.filename,
    isDirectory: entry.directory,
    isEncrypted: entry.encrypted,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
  };
}
