import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { ArchiveWriter } from './write-archive.ts';

/** A target in memory, which says how it ended. */
function memoryTarget() {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let ended: 'open' | 'closed' | 'discarded' = 'open';
  const stream = new WritableStream<Uint8Array>({
    write: (chunk) => void chunks.push(new Uint8Array(chunk)),
    close() {
      ended = 'closed';
    },
    abort() {
      ended = 'discarded';
    },
  });
  return { stream, blob: () => new Blob(chunks), ended: () => ended };
}

async function contentOf(archive: Blob) {
  const reader = new ZipReader(new BlobReader(archive), { useWebWorkers: false });
  const files = [];
  for (const entry of await reader.getEntries()) {
    if (entry.directory) throw new Error('No folders were added.');
    const text = await entry.getData(new TextWriter(), { checkSignature: true });
    files.push({ path: entry.filename, text, packedBytes: entry.compressedSize });
  }
  return files;
}

describe('an archive that is written', () => {
  it('holds blobs and streams under their paths, media as they are and text packed', async () => {
    const target = memoryTarget();
    const archive = new ArchiveWriter(target.stream);
    const text = 'the same again '.repeat(1000);
    await archive.add('media/photo', new Blob([text]));
    await archive.add('rows.jsonl', new Blob([text]).stream(), { compress: true });
    const bytes = await archive.close();
    expect(target.ended()).toBe('closed');
    expect(target.blob().size).toBe(bytes);
    const [photo, rows] = await contentOf(target.blob());
    expect(photo).toEqual({ path: 'media/photo', text, packedBytes: text.length });
    expect(rows).toMatchObject({ path: 'rows.jsonl', text });
    expect(rows?.packedBytes).toBeLessThan(text.length / 10);
  });

  it('tells how far a file is', async () => {
    const archive = new ArchiveWriter(memoryTarget().stream);
    const told: number[] = [];
    const onProgress = (bytes: number) => void told.push(bytes);
    await archive.add('video.mp4', new Blob([new Uint8Array(1_000_000)]), { onProgress });
    expect(told.length).toBeGreaterThan(1);
    expect(Math.max(...told)).toBeLessThanOrEqual(1_000_000);
  });

  it('takes no path that leads out of it, and none twice', async () => {
    const archive = new ArchiveWriter(memoryTarget().stream);
    for (const path of ['/etc/passwd', '../up', 'a/../b', 'c:/x', 'a\\b', '', 'a//b']) {
      await expect(archive.add(path, new Blob(['x']))).rejects.toThrow(/cannot be a name in an archive/);
    }
    await archive.add('twice', new Blob(['x']));
    await expect(archive.add('twice', new Blob(['x']))).rejects.toThrow(/another file has it already/);
  });

  it('gives its target up after a cancel', async () => {
    const target = memoryTarget();
    const archive = new ArchiveWriter(target.stream);
    const cancel = new AbortController();
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(65_536));
        if (archive.bytes > 500_000) cancel.abort();
      },
    });
    await expect(archive.add('endless', endless, { signal: cancel.signal })).rejects.toThrow();
    await archive.discard();
    expect(target.ended()).toBe('discarded');
  });
});
