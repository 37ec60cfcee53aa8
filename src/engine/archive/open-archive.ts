import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js';
import { StudioError, toStudioError } from '#core/errors.ts';
import { type ArchiveEntry, UnpackGuard } from '#core/import/archive.ts';
import { checkArchiveList, notImported, WORKSPACE_LIMITS } from '#core/workspace/check-archive.ts';
import { describeEntry, entriesOf } from './read-archive.ts';

/** An archive of a workspace whose list has passed: its files by name, in any order. Whoever opens it closes it. */
export interface OpenArchive {
  readonly name: string;
  readonly entries: readonly ArchiveEntry[];
  /** Unpacks a file. @throws StudioError `file-damaged`, or what `receive` rejects with. */
  unpack<T>(path: string, receive: (bytes: ReadableStream<Uint8Array>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @throws StudioError `file-damaged` where it is no archive or an attack, `too-many-items`. */
export async function openArchive(archive: Blob, name: string): Promise<OpenArchive> {
  const reader = new ZipReader(new BlobReader(archive), {
    // Workers of its own would outlive this one, which is ended for a cancel.
    useWebWorkers: false,
    // The list is checked here, and refused in words.
    filenameValidation: 'tolerant',
  });
  try {
    const entries = await entriesOf(reader, name, WORKSPACE_LIMITS);
    const files = checkArchiveList(name, archive.size, entries.map(describeEntry));
    const byPath = new Map(entries.map((entry) => [entry.filename, entry]));
    return {
      name,
      entries: files,
      unpack: (path, receive) => unpack(name, byPath.get(path), receive),
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function unpack<T>(
  archive: string,
  entry: Entry | undefined,
  receive: (bytes: ReadableStream<Uint8Array>) => Promise<T>,
): Promise<T> {
  if (!entry || entry.directory) throw new Error('Only what is in the list can be unpacked.');
  const guard = new UnpackGuard(archive, entry.filename, describeEntry(entry), WORKSPACE_LIMITS);
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      guard.take(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const [received, unpacked] = await Promise.allSettled([
    receive(counted.readable),
    entry.getData(counted.writable, { checkSignature: true }),
  ]);
  if (received.status === 'fulfilled' && unpacked.status === 'fulfilled') return received.value;
  // A receiver that gave up breaks the unpacking, and the other way round: the one that knows why is asked first.
  const reasons = [received, unpacked].flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const told = reasons.find((reason) => reason instanceof StudioError);
  if (told) throw told;
  const why = `“${entry.filename}” is damaged, or packed in a way that is not known here.`;
  throw notImported(archive, why, 'file as it was packed', toStudioError(reasons[0]).message);
}
