import { readFile, writeFile } from 'node:fs/promises';
import { BlobReader, BlobWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** Archives of workspaces that somebody has changed. */

export interface ArchivedEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes an archive anew with other files in it. @param out where it goes. */
export async function rewriteArchive(
  path: string,
  out: string,
  change: (entries: readonly ArchivedEntry[]) => readonly ArchivedEntry[],
): Promise<string> {
  const reader = new ZipReader(new BlobReader(new Blob([await readFile(path)])), { useWebWorkers: false });
  const entries: ArchivedEntry[] = [];
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    entries.push({ path: entry.filename, bytes: await entry.getData(new Uint8ArrayWriter()) });
  }
  await reader.close();
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const { path: name, bytes } of change(entries)) {
    const isText = name.startsWith('rows/') || name === 'files.jsonl';
    await writer.add(name, new Uint8ArrayReader(bytes), { level: isText ? 6 : 0 });
  }
  const archive = await writer.close();
  await writeFile(out, new Uint8Array(await archive.arrayBuffer()));
  return out;
}

/** Changes the text of one file. */
export function withText(
  entries: readonly ArchivedEntry[],
  path: string,
  change: (text: string) => string,
): readonly ArchivedEntry[] {
  return entries.map((entry) =>
    entry.path === path
      ? { path, bytes: new TextEncoder().encode(change(new TextDecoder().decode(entry.bytes))) }
      : entry,
  );
}
