import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';

const WORKERS = { useWebWorkers: false };

async function zip(add: (writer: ZipWriter<Blob>) => Promise<void>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), WORKERS);
  await add(writer);
  return await writer.close();
}

/** What came of each file: its text, or the refusal. */
async function unpackAll(archive: Blob): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const item of readArchive(archive, 'a.zip', (_, bytes) => new Response(bytes).text())) {
    found[item.name] = item.kind === 'unpacked' ? item.result : item.error.message;
  }
  return found;
}

describe('an archive', () => {
  it('gives each file under its bare name, from folders too', async () => {
    const archive = await zip(async (writer) => {
      await writer.add('one.txt', new TextReader('first'));
      await writer.add('album/two.txt', new TextReader('second'));
    });
    expect(await unpackAll(archive)).toEqual({ 'one.txt': 'first', 'two.txt': 'second' });
  });

  it('gives the other files where one leads out of it, one is locked and one is a bomb', async () => {
    const archive = await zip(async (writer) => {
      await writer.add('../../evil.txt', new TextReader('evil'));
      await writer.add('locked.txt', new TextReader('secret'), { password: 'pass' });
      await writer.add('bomb.jpg', new Uint8ArrayReader(new Uint8Array(32 * 1024 * 1024)));
      await writer.add('good.txt', new TextReader('good'));
    });
    const found = await unpackAll(archive);
    expect(found['evil.txt']).toMatch(/leads out of the archive/);
    expect(found['locked.txt']).toMatch(/password/);
    expect(found['bomb.jpg']).toMatch(/more than 100 times/);
    expect(found['good.txt']).toBe('good');
  });

  it('gives the other files where the bytes of one have changed', async () => {
    const whole = await zip(async (writer) => {
      await writer.add('torn.txt', new TextReader('as it was packed'), { level: 0 });
      await writer.add('good.txt', new TextReader('good'));
    });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const place = new TextDecoder('latin1').decode(bytes).indexOf('as it was packed');
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const found = await unpackAll(new Blob([bytes]));
    expect(found['torn.txt']).toMatch(/torn\.txt in a\.zip was not unpacked: it is damaged/);
    expect(found['good.txt']).toBe('good');
  });

  it('that is none, or is cut off, is refused by name', async () => {
    const whole = await zip(async (writer) => void (await writer.add('one.txt', new TextReader('first'))));
    for (const broken of [new Blob(['no archive at all']), whole.slice(0, whole.size - 30)]) {
      await expect(unpackAll(broken)).rejects.toThrow(/“a\.zip” cannot be read/);
    }
  });
});
