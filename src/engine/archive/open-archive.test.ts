import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { openArchive } from './open-archive.ts';

const HASH = 'ab'.repeat(32);

async function zip(add: (writer: ZipWriter<Blob>) => Promise<unknown>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  await add(writer);
  return await writer.close();
}

describe('the archive of a workspace', () => {
  it('gives its files by name, in any order', async () => {
    const whole = await zip(async (writer) => {
      await writer.add('workspace.json', new TextReader('{}'));
      await writer.add('rows/assets.jsonl', new TextReader('row'));
      await writer.add(`media/${HASH}`, new TextReader('bytes'), { level: 0 });
    });
    const archive = await openArchive(whole, 'a.zip');
    const textOf = (path: string) => archive.unpack(path, (bytes) => new Response(bytes).text());
    expect(archive.entries.map(({ path }) => path)).toEqual(['workspace.json', 'rows/assets.jsonl', `media/${HASH}`]);
    expect(await textOf(`media/${HASH}`)).toBe('bytes');
    expect(await textOf('workspace.json')).toBe('{}');
    await archive.close();
  });

  it('is refused in words where it is none, leads out of itself, is locked, or is a bomb', async () => {
    const zeros = new Uint8Array(32 * 1024 * 1024);
    const attacks: [Blob, RegExp][] = [
      [new Blob(['no archive']), /“a\.zip” cannot be read/],
      [await zip((writer) => writer.add('../../evil', new TextReader('x'))), /leads out of the archive/],
      [await zip((writer) => writer.add('workspace.json', new TextReader('x'), { password: 'p' })), /password/],
      [await zip((writer) => writer.add('rows/jobs.jsonl', new Uint8ArrayReader(zeros))), /more than 100 times/],
      [await zip((writer) => writer.add('photo.jpg', new TextReader('x'))), /belongs to no workspace/],
    ];
    for (const [attack, words] of attacks) await expect(openArchive(attack, 'a.zip')).rejects.toThrow(words);
  });

  it('says which file is damaged, and what its reader refused', async () => {
    const whole = await zip(async (writer) => {
      await writer.add(`media/${HASH}`, new TextReader('as it was packed'), { level: 0 });
    });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const place = new TextDecoder('latin1').decode(bytes).indexOf('as it was packed');
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const torn = await openArchive(new Blob([bytes]), 'a.zip');
    const path = `media/${HASH}`;
    await expect(torn.unpack(path, (stream) => new Response(stream).text())).rejects.toThrow(`“${path}” is damaged`);
  });
});
