import { createSHA256 } from 'hash-wasm';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { ContentHash } from '#core/media/asset.ts';
import { openByteSink } from './byte-sink.ts';
import { moveFile, readFile, removeFile } from './file-system.ts';
import { mediaPath, temporaryDirectory } from './paths.ts';

/**
 * Copies a file into the store under the SHA-256 of its bytes; a file that is there already is not stored again.
 * Runs in a worker. On disk when it resolves; nothing is left behind when it rejects.
 * @param onBytes how many bytes have been copied so far.
 * @throws StudioError `disk-full`, `storage-failed`, or `file-damaged` when the file cannot be read to its end.
 */
export async function storeMedia(
  workspaceId: string,
  file: File,
  onBytes: (done: number) => void,
): Promise<ContentHash> {
  const temporary = `${temporaryDirectory(workspaceId)}/${crypto.randomUUID()}`;
  try {
    const { hash, bytes } = await writeHashing(file.stream(), temporary, onBytes);
    if (bytes !== file.size) throw new DOMException('The file changed while it was read.', 'NotReadableError');
    await adoptMedia(workspaceId, { path: temporary, hash, bytes: file.size });
    return hash;
  } catch (error) {
    await removeFile(temporary);
    throw namingFile(error, file);
  }
}

/** A file that lies in the origin's private file system already, whole and flushed; it was hashed as it came in. */
export interface ReceivedBytes {
  readonly path: string;
  readonly hash: ContentHash;
  readonly bytes: number;
}

/** Moves such a file into the store under its hash; where it is there already, it is removed. */
export async function adoptMedia(workspaceId: string, { path, hash, bytes }: ReceivedBytes): Promise<void> {
  const target = mediaPath(workspaceId, hash);
  const stored = await readFile(target);
  // A shorter one is what a power cut left of an earlier copy.
  if (stored?.size === bytes) await removeFile(path);
  else await moveFile(path, target);
}

/**
 * Writes what comes from elsewhere to a new file under `tmp/`. Runs in a worker. On disk when it resolves; nothing is
 * left behind when it rejects. Whoever calls it holds `whileBringingFiles` until the file is adopted.
 * @throws StudioError `disk-full`, `storage-failed`; what the stream fails with.
 */
export async function receiveStream(
  workspaceId: string,
  stream: ReadableStream<Uint8Array>,
  onBytes: (done: number) => void,
): Promise<ReceivedBytes> {
  const path = `${temporaryDirectory(workspaceId)}/${crypto.randomUUID()}`;
  try {
    return await writeHashing(stream, path, onBytes);
  } catch (error) {
    await removeFile(path);
    throw error;
  }
}

async function writeHashing(
  stream: ReadableStream<Uint8Array>,
  path: string,
  onBytes: (done: number) => void,
): Promise<ReceivedBytes> {
  const hasher = await createSHA256();
  hasher.init();
  const sink = await openByteSink(path);
  try {
    let position = 0;
    for await (const chunk of stream) {
      hasher.update(chunk);
      sink.write(chunk, position);
      position += chunk.byteLength;
      onBytes(position);
    }
    sink.flush();
    return { path, hash: hasher.digest('hex'), bytes: position };
  } finally {
    sink.close();
  }
}

function namingFile(thrown: unknown, file: File): StudioError {
  if (thrown instanceof DOMException && (thrown.name === 'NotReadableError' || thrown.name === 'NotFoundError')) {
    return new StudioError(
      'file-damaged',
      `${file.name} could not be read to its end. It may have been moved, changed or unplugged: choose it again.`,
      { file: file.name, rule: 'readable file', value: file.size, cause: thrown.message },
      { cause: thrown },
    );
  }
  const error = toStudioError(thrown);
  const details = { ...error.details, file: file.name, value: file.size };
  if (error.code !== 'disk-full') return new StudioError(error.code, error.message, details, { cause: thrown });
  return new StudioError(
    'disk-full',
    `There is not enough disk space for ${file.name}. Delete finished videos or media that you no longer need on the Storage page, then drop it again.`,
    details,
    { cause: thrown },
  );
}
