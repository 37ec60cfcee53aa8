import { StudioError, toStudioError } from '#core/errors.ts';
import { openDirectory, removeFile } from './file-system.ts';
import { splitPath } from './paths.ts';

/**
 * A file being written, in a worker. Bytes are on disk after `flush`: only then may a row name the file.
 * Whoever opens it closes or discards it.
 */
export interface ByteSink {
  /** @throws StudioError `disk-full`. */
  write(bytes: Uint8Array, position: number): void;
  /** Waits for the disk. @throws StudioError `disk-full`. */
  flush(): void;
  /** In bytes. */
  size(): number;
  /** Makes the file so many bytes long: room is taken before there is anything to write. @throws StudioError `disk-full`. */
  resize(bytes: number): void;
  /** Ends writing and keeps the file. */
  close(): void;
  /** Ends writing and removes the file. */
  discard(): Promise<void>;
}

/**
 * Opens a file for writing: a new, empty one in place of one that stood there, or the beginning of that one.
 * @param path in the origin's private file system.
 * @param keptBytes how much of what stood there stays.
 * @throws StudioError `disk-full`, or `storage-failed` while another tab or worker has the file open.
 */
export async function openByteSink(path: string, keptBytes = 0): Promise<ByteSink> {
  const handle = await openHandle(path, keptBytes);
  return {
    write(bytes, position) {
      const written = naming(path, () => handle.write(bytes, { at: position }));
      // In a private window Chromium answers a full disk with its error's number, -8, as if it were so many bytes.
      if (written !== bytes.byteLength) throw diskFull(path);
    },
    flush: () => naming(path, () => handle.flush()),
    size: () => handle.getSize(),
    resize(bytes) {
      naming(path, () => handle.truncate(bytes));
      // In a private window Chromium says nothing where there is no room.
      if (handle.getSize() !== bytes) throw diskFull(path);
    },
    close: () => handle.close(),
    async discard() {
      handle.close();
      await removeFile(path);
    },
  };
}

async function openHandle(path: string, keptBytes: number): Promise<FileSystemSyncAccessHandle> {
  const { directory, name } = splitPath(path);
  try {
    const folder = await openDirectory(directory);
    const handle = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
    handle.truncate(keptBytes);
    return handle;
  } catch (error) {
    throw asStorageError(path, error);
  }
}

function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStorageError(path, error);
  }
}

function asStorageError(path: string, thrown: unknown): StudioError {
  const error = toStudioError(thrown);
  if (error.code !== 'unexpected') return error;
  return new StudioError(
    'storage-failed',
    `The browser's storage refused to write: ${error.details.cause}. Close other tabs of the studio and try again.`,
    { rule: 'storage is writable', value: path, ...error.details },
    { cause: thrown },
  );
}

function diskFull(path: string): StudioError {
  return toStudioError(new DOMException(`A write to ${path} stopped short.`, 'QuotaExceededError'));
}
