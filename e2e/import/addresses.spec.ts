import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { noiseClip } from '../support/clips.ts';
import { photo } from '../support/pictures.ts';
import { type ImportAnswer, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { type AddressServer, type Answer, sha256, startAddressServer } from './address-server.ts';

let server: AddressServer | null = null;

let consent: (address: string) => void;

test.beforeEach(async ({ page, consentTo }) => {
  consent = consentTo;
  await openStudio(page);
});

test.afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(answer: (path: string, place: number) => Answer | null): Promise<AddressServer> {
  server = await startAddressServer(answer);
  consent(server.origin);
  return server;
}

async function jpeg(name: string): Promise<Buffer> {
  return await readFile(await photo({ name, width: 1200, height: 1600 }));
}

function importUrls(page: Page, addresses: readonly string[]): Promise<ImportAnswer[]> {
  return page.evaluate(async (list) => {
    if (!window.studio) throw new Error('The page has no window.studio.');
    const outcomes = await window.studio.assets.importUrls(list);
    return outcomes.map((outcome) => (outcome.ok ? outcome : { ...outcome, error: outcome.error.toRecord() }));
  }, addresses);
}

test('a file at an address comes in whole, without cookies or referrer, whatever type its server claims', async ({
  page,
}) => {
  const bytes = await jpeg('from-afar.jpg');
  const { origin, requests } = await serve(() => ({ bytes }));
  const [answer] = await importUrls(page, [`${origin}/album/from%20afar.jpg#x`]);
  expect(answer).toMatchObject({
    ok: true,
    asset: {
      name: 'from afar.jpg',
      mimeType: 'image/jpeg',
      hash: sha256(bytes),
      source: { kind: 'url', address: `${origin}/album/from%20afar.jpg` },
    },
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.referer).toBeUndefined();
  expect(requests[0]?.cookie).toBeUndefined();
  expect(await storedFiles(page)).toHaveLength(1);
});

test('a connection that is cut half-way goes on where it was cut', async ({ page }) => {
  const bytes = await readFile(await noiseClip('cut.mp4', 3));
  const half = Math.floor(bytes.byteLength / 2);
  const { origin, requests } = await serve((_, place) => (place === 0 ? { bytes, cutAfter: half } : { bytes }));
  const [answer] = await importUrls(page, [`${origin}/cut.mp4`]);
  expect(answer).toMatchObject({ ok: true, asset: { hash: sha256(bytes) } });
  expect(requests[1]?.range).toMatch(/^bytes=[1-9]\d*-$/);
  expect(requests[1]?.['if-range']).toBe('"v1"');
});

test('a server that ignores ranges, and one that has another file by now, begin again', async ({ page }) => {
  const [before, after] = [
    await jpeg('before.jpg'),
    await readFile(await photo({ name: 'after.jpg', width: 900, height: 700 })),
  ];
  const { origin } = await serve((path, place) => {
    if (path === '/no-range.jpg')
      return place === 0 ? { bytes: before, cutAfter: 5000 } : { bytes: before, ignoresRange: true };
    return place === 2 ? { bytes: before, cutAfter: 5000 } : { bytes: after, etag: '"v2"' };
  });
  const [whole] = await importUrls(page, [`${origin}/no-range.jpg`]);
  expect(whole).toMatchObject({ ok: true, asset: { hash: sha256(before) } });
  const [changed] = await importUrls(page, [`${origin}/changed.jpg`]);
  expect(changed).toMatchObject({ ok: true, asset: { hash: sha256(after) } });
});

test('a server that does not permit If-Range is asked without it', async ({ page }) => {
  const bytes = await jpeg('strict.jpg');
  const { origin } = await serve((_, place) => ({
    bytes,
    strictHeaders: true,
    ...(place === 0 && { cutAfter: 5000 }),
  }));
  const [answer] = await importUrls(page, [`${origin}/strict.jpg`]);
  expect(answer).toMatchObject({ ok: true, asset: { hash: sha256(bytes) } });
});

test('each address fails alone and in words of its own', async ({ page }) => {
  const bytes = await jpeg('good.jpg');
  const { origin } = await serve((path) => {
    if (path === '/good.jpg') return { bytes };
    if (path === '/secret.jpg') return { bytes, forbidsCors: true };
    return path === '/page.jpg' ? { bytes: Buffer.from('<!doctype html><p>Sign in</p>') } : null;
  });
  const answers = await importUrls(page, [
    `${origin}/secret.jpg`,
    `${origin}/gone.jpg`,
    `${origin}/page.jpg`,
    `${origin}/good.jpg`,
    ...['http://example.com/a.jpg', 'file:///etc/passwd', 'data:text/plain,x', 'blob:https://example.com/1'],
  ]);
  const words = answers.map((answer) => (answer.ok ? 'came in' : answer.error.message));
  const expected = [/CORS/, /nothing at this address/, /not a picture, sound or video/, /came in/, /not encrypted/];
  for (const [place, pattern] of expected.entries()) expect(words[place]).toMatch(pattern);
  expect(words[5]).toMatch(/may not read this computer/);
  expect(words[6]).toMatch(/in the address itself/);
  expect(words[7]).toMatch(/page that made it/);
  expect(await storedFiles(page)).toHaveLength(1);
});

test('a cancel ends a download within a second and leaves nothing behind', async ({ page }) => {
  const bytes = await jpeg('slow.jpg');
  const { origin } = await serve(() => ({ bytes, stopAfter: 2000 }));
  const took = await page.evaluate(async (address) => {
    const canceller = new AbortController();
    let cancelledAt = 0;
    const outcomes = await window.studio?.assets.importUrls([address], {
      signal: canceller.signal,
      onProgress: ({ stepFraction }) => {
        if (stepFraction === 0 || cancelledAt > 0) return;
        cancelledAt = performance.now();
        canceller.abort();
      },
    });
    const [outcome] = outcomes ?? [];
    return outcome && !outcome.ok && outcome.error.code === 'cancelled' ? performance.now() - cancelledAt : null;
  }, `${origin}/slow.jpg`);
  expect(took).toBeLessThan(1000);
  expect(await storedFiles(page)).toEqual([]);
});

test('what was flushed before a reload is not loaded again', async ({ page }) => {
  const head = await jpeg('large.jpg');
  // JPEG readers stop at the end marker: what is behind it makes the file large enough for a flush.
  const bytes = Buffer.concat([head, Buffer.alloc(20 * 1024 * 1024 - head.byteLength)]);
  const { origin, requests } = await serve((_, place) =>
    place === 0 ? { bytes, stopAfter: 12 * 1024 * 1024 } : { bytes },
  );
  const address = `${origin}/large.jpg`;
  await page.evaluate((one) => void window.studio?.assets.importUrls([one]), address);
  await expect.poll(() => flushedBytes(page)).toBeGreaterThanOrEqual(8 * 1024 * 1024);
  await page.reload();
  await page.waitForFunction(() => window.studio !== undefined);
  await importUrls(page, [address]);
  const from = Number(/^bytes=(\d+)-$/.exec(requests[1]?.range ?? '')?.[1]);
  expect(from).toBeGreaterThanOrEqual(8 * 1024 * 1024);
});

/** What the note beside the unfinished download vouches for. */
function flushedBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let folder = await navigator.storage.getDirectory();
    for (const name of ['workspaces', 'default', 'downloads'])
      folder = await folder.getDirectoryHandle(name, { create: true });
    for await (const [name, handle] of folder.entries()) {
      if (!name.endsWith('.json') || !(handle instanceof FileSystemFileHandle)) continue;
      // It may be read in the middle of being written.
      const text = await (await handle.getFile()).text().catch(() => '');
      return text.endsWith('}') ? JSON.parse(text).bytes : 0;
    }
    return 0;
  });
}
