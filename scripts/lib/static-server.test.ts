import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from './static-server.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await writeFile(join(folder, 'app.js'), 'one();'.repeat(100));
  await writeFile(join(folder, 'film.mp4'), 'film'.repeat(100));
  server = await startServer({ mounts: { '/': folder }, packs: true });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** As it comes over the line: `fetch` would unpack it. */
function answer(path: string, accepted = 'gzip, br'): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    get(`${server.origin}/${path}`, { headers: { 'Accept-Encoding': accepted } }, async (response) => {
      const bytes = await buffer(response);
      expect(response.headers['content-length']).toBe(String(bytes.byteLength));
      resolve({ encoding: response.headers['content-encoding'], bytes });
    }).on('error', reject);
  });
}

test('code goes packed to those who can unpack it', async () => {
  const small = await answer('app.js', 'gzip, deflate, br, zstd');
  expect(small.encoding).toBe('br');
  expect(brotliDecompressSync(small.bytes).toString()).toBe('one();'.repeat(100));
  const { encoding, bytes } = await answer('app.js', 'gzip');
  expect(encoding).toBe('gzip');
  expect(gunzipSync(bytes).toString()).toBe('one();'.repeat(100));
  expect(await answer('app.js', 'identity')).toEqual({ encoding: undefined, bytes: Buffer.from('one();'.repeat(100)) });
});

test('what is packed in itself goes as it is', async () => {
  expect(await answer('film.mp4')).toEqual({ encoding: undefined, bytes: Buffer.from('film'.repeat(100)) });
});

test('a file that was built anew is packed anew, though it is as long as before', async () => {
  await answer('app.js');
  await writeFile(join(folder, 'app.js'), 'two();'.repeat(100));
  await utimes(join(folder, 'app.js'), new Date(), new Date(Date.now() + 5_000));
  expect(brotliDecompressSync((await answer('app.js')).bytes).toString()).toBe('two();'.repeat(100));
});
