import { createSHA256, type IHasher } from 'hash-wasm';
import { z } from 'zod';
import { type KeptPart, NOTHING_KEPT } from '#core/import/download.ts';
import { type ByteSink, openByteSink } from './byte-sink.ts';
import { listFiles, onceReleased, openDirectory, readFile, removeFile, removeUnlessOpen } from './file-system.ts';
import { downloadDirectory } from './paths.ts';
import type { ReceivedBytes } from './store-media.ts';

/** Bytes between two flushes: so much is loaded again at most after the tab was closed or the power cut. */
const FLUSH_BYTES = 8 * 1024 * 1024;
/** Unfinished downloads that nobody went on with are kept for so long, in milliseconds. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const NOTE_ENDING = '.json';

const noteSchema: z.ZodType<KeptPart> = z.object({
  bytes: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

/**
 * A file that is being loaded, with a note beside it of what it is a part of. Runs in a worker; whoever opens it closes
 * it. What was flushed is there after a reload.
 */
export class PartialDownload {
  #kept: KeptPart;
  #position: number;
  #flushed: number;

  private constructor(
    private readonly path: string,
    private readonly body: ByteSink,
    private readonly note: ByteSink,
    private readonly hasher: IHasher,
    kept: KeptPart,
  ) {
    this.#kept = kept;
    this.#position = kept.bytes;
    this.#flushed = kept.bytes;
  }

  /** @param key names the download: the same key goes on where it ended. @throws StudioError `disk-full`, `storage-failed`. */
  static async open(workspaceId: string, key: string): Promise<PartialDownload> {
    const path = pathOf(workspaceId, key);
    const hasher = await createSHA256();
    hasher.init();
    const kept = await readKept(path, hasher);
    const body = await openByteSink(path, kept.bytes);
    try {
      const download = new PartialDownload(path, body, await openByteSink(path + NOTE_ENDING), hasher, kept);
      download.#writeNote();
      return download;
    } catch (error) {
      body.close();
      throw error;
    }
  }

  /** What is there, with every byte that was written. */
  get kept(): KeptPart {
    return { ...this.#kept, bytes: this.#position };
  }

  /** The next bytes go to `at`: the end of what is there, or 0 to begin again. */
  begin(at: number, kept: KeptPart): void {
    if (at === 0) {
      this.body.resize(0);
      this.hasher.init();
      this.#position = 0;
      this.#flushed = 0;
    }
    this.#kept = kept;
    this.#writeNote();
  }

  /** @throws StudioError `disk-full`. */
  append(bytes: Uint8Array): void {
    this.body.write(bytes, this.#position);
    this.hasher.update(bytes);
    this.#position += bytes.byteLength;
    if (this.#position - this.#flushed >= FLUSH_BYTES) this.keep();
  }

  /** Everything so far is on disk when it returns. */
  keep(): void {
    this.body.flush();
    this.#flushed = this.#position;
    this.#writeNote();
  }

  /** The whole file. Ends writing. */
  async finish(): Promise<ReceivedBytes> {
    this.keep();
    this.close();
    await removeFile(this.path + NOTE_ENDING);
    return { path: this.path, hash: this.hasher.digest('hex'), bytes: this.#position };
  }

  close(): void {
    this.body.close();
    this.note.close();
  }

  #writeNote(): void {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...this.#kept, bytes: this.#flushed }));
    this.note.resize(0);
    this.note.write(bytes, 0);
    this.note.flush();
  }
}

/** Removes what arrived of a download; its worker may have been ended a moment ago. */
export async function removeDownload(workspaceId: string, key: string): Promise<void> {
  const path = pathOf(workspaceId, key);
  await onceReleased(() => removeFile(path));
  await onceReleased(() => removeFile(path + NOTE_ENDING));
}

/** Removes what nobody went on with for a week. @param now milliseconds since 1970. */
export async function removeOldDownloads(workspaceId: string, now: number): Promise<void> {
  const directory = downloadDirectory(workspaceId);
  const folder = await openDirectory(directory);
  for (const name of await listFiles(directory)) {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (now - file.lastModified > KEPT_MS) await removeUnlessOpen(() => removeFile(`${directory}/${name}`));
  }
}

/** What of a file is sure to be there, read into the hasher. A note that cannot be read vouches for nothing. */
async function readKept(path: string, hasher: IHasher): Promise<KeptPart> {
  const [file, note] = await Promise.all([readFile(path), readFile(path + NOTE_ENDING)]);
  const kept = noteSchema.safeParse(note ? parsed(await note.text()) : null);
  if (!file || !kept.success || file.size < kept.data.bytes) return NOTHING_KEPT;
  for await (const chunk of file.slice(0, kept.data.bytes).stream()) hasher.update(chunk);
  return kept.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A power cut in the middle of writing it.
    return null;
  }
}

function pathOf(workspaceId: string, key: string): string {
  return `${downloadDirectory(workspaceId)}/${key}`;
}
