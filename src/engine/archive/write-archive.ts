import { ZipWriter } from '@zip.js/zip.js';
import { StudioError } from '#core/errors.ts';

export interface ArchiveFileOptions {
  /** Makes the file smaller: for text. Media are stored as they are, which costs no time and loses nothing. */
  readonly compress?: boolean;
  /** Ends the writing of this file; the archive then has to be discarded. */
  readonly signal?: AbortSignal | undefined;
  /** Of this file, so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Writes a ZIP archive piece by piece, ZIP64 where it has to be: only a few chunks are in memory, and the target need
 * not seek. One file after the other. Whoever makes it closes or discards it, and with it the target.
 */
export class ArchiveWriter {
  readonly #target: WritableStreamDefaultWriter<Uint8Array>;
  readonly #zip: ZipWriter<unknown>;
  readonly #paths = new Set<string>();
  #bytes = 0;

  /** @param target as of `createWritable()`, or what a worker writes to. */
  constructor(target: WritableStream<Uint8Array>) {
    const writer = target.getWriter();
    this.#target = writer;
    // Not the target itself: the zip's own lock on it would be in the way of a discard.
    const counted = new WritableStream<Uint8Array>({
      write: async (chunk) => {
        await writer.write(chunk);
        this.#bytes += chunk.byteLength;
      },
    });
    // Workers of its own would outlive the one that this may be in, which is ended for a cancel.
    this.#zip = new ZipWriter(counted, { useWebWorkers: false, keepOrder: true });
  }

  /** In the archive so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @param path inside the archive, with `/`.
   * @throws StudioError `input-invalid` for a path that leads out of the archive or is taken; else what `content` or the
   * target rejects with, `AbortError` after a cancel.
   */
  async add(path: string, content: Blob | ReadableStream<Uint8Array>, options: ArchiveFileOptions = {}): Promise<void> {
    this.#take(path);
    const stream = content instanceof Blob ? content.stream() : content;
    await this.#zip.add(path, stream, {
      level: options.compress ? 6 : 0,
      ...(content instanceof Blob && { uncompressedSize: content.size }),
      ...(options.signal && { signal: options.signal }),
      ...(options.onProgress && { onprogress: tell(options.onProgress) }),
    });
  }

  /** Writes the archive's list, and closes the target. @returns the archive's size in bytes. */
  async close(): Promise<number> {
    await this.#zip.close();
    await this.#target.close();
    return this.#bytes;
  }

  /** Gives the target up: a file that was being written keeps what it held before. */
  async discard(reason?: unknown): Promise<void> {
    await this.#target.abort(reason);
  }

  #take(path: string): void {
    const refuse = (rule: string, why: string) =>
      new StudioError('input-invalid', `“${path}” cannot be a name in an archive: ${why}.`, { rule, value: path });
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\:]/.test(path)) {
      throw refuse('relative path', 'it has to be a plain path, without steps upwards');
    }
    if (this.#paths.has(path)) throw refuse('one file for each name', 'another file has it already');
    this.#paths.add(path);
  }
}

function tell(onProgress: (bytes: number) => void): (bytes: number) => undefined {
  return (bytes) => {
    onProgress(bytes);
    return undefined;
  };
}
