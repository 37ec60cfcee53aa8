import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { photo } from '../support/pictures.ts';
import { importPaths, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

let folder: string;

test.beforeEach(async ({ page }) => {
  folder = await mkdtemp(join(tmpdir(), 'studio-zip-'));
  await openStudio(page);
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function archive(name: string, add: (writer: ZipWriter<Blob>) => Promise<void>): Promise<string> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  await add(writer);
  const path = join(folder, name);
  await writeFile(path, new Uint8Array(await (await writer.close()).arrayBuffer()));
  return path;
}

test('an archive gives its pictures, and says of each other file why not', async ({ page }) => {
  const picture = new Uint8Array(await readFile(await photo({ name: 'zipped.jpg', width: 600, height: 800 })));
  const path = await archive('album.zip', async (writer) => {
    await writer.add('../../evil.jpg', new Uint8ArrayReader(picture));
    await writer.add('locked.jpg', new Uint8ArrayReader(picture), { password: 'pass' });
    await writer.add('bomb.jpg', new Uint8ArrayReader(new Uint8Array(32 * 1024 * 1024)));
    await writer.add('notes.txt', new TextReader('what we saw'));
    await writer.add('__MACOSX/._good.jpg', new TextReader('x'));
    await writer.add('summer/good.jpg', new Uint8ArrayReader(picture));
  });
  const answers = await importPaths(page, [path]);
  const words = answers.map((answer) => (answer.ok ? answer.asset.name : answer.error.message));
  expect(words).toHaveLength(5);
  expect(words[0]).toMatch(/evil\.jpg in album\.zip.*leads out of the archive/);
  expect(words[1]).toMatch(/locked\.jpg.*password/);
  expect(words[2]).toMatch(/bomb\.jpg.*more than 100 times/);
  expect(words[3]).toMatch(/notes\.txt is text/);
  expect(answers[4]).toMatchObject({
    ok: true,
    asset: { name: 'good.jpg', source: { kind: 'archive', archive: 'album.zip', path: 'summer/good.jpg' } },
  });
  expect(await storedFiles(page)).toHaveLength(1);
});

test('ten gigabytes that say they are a photo are given up at once', async ({ page }) => {
  const path = join(folder, 'bomb.zip');
  await writeFile(path, bomb('photo.jpg', 500_000));
  const good = await photo({ name: 'after-bomb.jpg', width: 300, height: 400 });
  const [refused, taken] = await importPaths(page, [path, good]);
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('photo.jpg in bomb.zip was not unpacked') },
  });
  expect(taken).toMatchObject({ ok: true });
  expect(await storedFiles(page)).toHaveLength(1);
});

test('an archive that is cut off is refused by name, and the file after it comes in', async ({ page }) => {
  const good = await photo({ name: 'after-archive.jpg', width: 300, height: 400 });
  const whole = await archive('whole.zip', async (writer) => void (await writer.add('a.txt', new TextReader('a'))));
  const broken = join(folder, 'broken.zip');
  await writeFile(broken, (await readFile(whole)).subarray(0, 40));
  const [refused, taken] = await importPaths(page, [broken, good]);
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('“broken.zip” cannot be read') },
  });
  expect(taken).toMatchObject({ ok: true, asset: { name: 'after-archive.jpg' } });
});

/** An archive of 10 MB with one file of 10 GB, whose headers say that it is of `claimed` bytes (APPNOTE.TXT 4.3). */
function bomb(name: string, claimed: number): Buffer {
  const zeros = deflateRawSync(Buffer.alloc(10 * 1024 * 1024), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0]);
  const packed = Buffer.concat([...Array.from({ length: 1024 }, () => zeros), end]);
  const title = Buffer.from(name);
  const facts = Buffer.alloc(26);
  // Version, deflate, and the sizes; the checksum is never reached.
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(claimed, 18);
  facts.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, title]);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(1, 4);
  tail.writeUInt16LE(1, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), tail]);
}
