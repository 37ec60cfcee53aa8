import { expect } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { assetOf, importPaths, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

test.beforeEach(({ page }) => openStudio(page));

test('the same file is stored once, under the SHA-256 of its bytes', async ({ page }) => {
  const path = await photo({ name: 'twice.jpg', width: 300, height: 400 });
  const first = await assetOf(page, path);
  const second = await assetOf(page, path);
  expect(second.id).toBe(first.id);
  expect(await storedFiles(page)).toEqual([`workspaces/default/media/${first.hash}`]);
});

test('a reload finds what was imported, bytes included', async ({ page }) => {
  const asset = await assetOf(page, await photo({ name: 'kept.jpg', width: 300, height: 400 }));
  await openStudio(page);
  const found = await page.evaluate(async () => {
    const assets = (await window.studio?.assets.list()) ?? [];
    const files = await Promise.all(assets.map(({ id }) => window.studio?.assets.get(id)));
    return { assets, files: files.map((file) => ({ name: file?.name, size: file?.size })) };
  });
  expect(found.assets).toEqual([asset]);
  expect(found.files).toEqual([{ name: 'kept.jpg', size: asset.bytes }]);
});

test('a removed asset takes its bytes with it', async ({ page }) => {
  const asset = await assetOf(page, await photo({ name: 'gone.jpg', width: 300, height: 400 }));
  await page.evaluate((id) => window.studio?.assets.remove(id), asset.id);
  expect(await storedFiles(page)).toEqual([]);
});

test('files that no row names are swept at the start', async ({ page }) => {
  const asset = await assetOf(page, await photo({ name: 'named.jpg', width: 300, height: 400 }));
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const workspace = await (await root.getDirectoryHandle('workspaces')).getDirectoryHandle('default');
    for (const folder of ['media', 'outputs', 'tmp']) {
      const directory = await workspace.getDirectoryHandle(folder, { create: true });
      await directory.getFileHandle('left-behind', { create: true });
    }
  });
  await openStudio(page);
  expect(await storedFiles(page)).toEqual([`workspaces/default/media/${asset.hash}`]);
});

test('a file that is gone from under its row is reported by name, and the rest goes on', async ({ page }) => {
  const [lost, kept] = await importPaths(page, [
    await photo({ name: 'lost.jpg', seed: 1, width: 300, height: 400 }),
    await photo({ name: 'kept.jpg', seed: 2, width: 300, height: 400 }),
  ]);
  if (!lost?.ok || !kept?.ok) throw new Error('A photo was refused.');
  await page.evaluate(async (hash) => {
    const root = await navigator.storage.getDirectory();
    const workspace = await (await root.getDirectoryHandle('workspaces')).getDirectoryHandle('default');
    await (await workspace.getDirectoryHandle('media')).removeEntry(hash);
  }, lost.asset.hash);
  await openStudio(page);
  const problems = await page.evaluate(async () => (await window.studio?.health())?.problems);
  expect(problems).toContainEqual(expect.objectContaining({ details: expect.objectContaining({ file: 'lost.jpg' }) }));
  const bytes = await page.evaluate(async (id) => (await window.studio?.assets.get(id))?.size, kept.asset.id);
  expect(bytes).toBe(kept.asset.bytes);
});

test('a damaged row is reported and left out of the list', async ({ page }) => {
  const [damaged, good] = await importPaths(page, [
    await photo({ name: 'damaged.jpg', seed: 1, width: 300, height: 400 }),
    await photo({ name: 'good.jpg', seed: 2, width: 300, height: 400 }),
  ]);
  if (!damaged?.ok || !good?.ok) throw new Error('A photo was refused.');
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('studio-default');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('assets', 'readwrite');
          const store = transaction.objectStore('assets');
          const reading = store.get(id);
          reading.onsuccess = () => store.put({ ...reading.result, bytes: 'many' });
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    damaged.asset.id,
  );
  const listed = await page.evaluate(async () => (await window.studio?.assets.list())?.map(({ name }) => name));
  expect(listed).toEqual(['good.jpg']);
  const problems = await page.evaluate(async () => (await window.studio?.health())?.problems);
  const reported = expect.objectContaining({ value: damaged.asset.id });
  expect(problems).toContainEqual(expect.objectContaining({ details: reported }));
});

test('a full disk is told by the name of the file, leaves nothing behind and loses nothing', async ({ page }) => {
  const kept = await assetOf(page, await photo({ name: 'kept.jpg', seed: 1, width: 300, height: 400 }));
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  const large = await photo({ name: 'too-much.png', format: 'png', width: 2400, height: 2400, seed: 3 });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1024 * 1024 });
  const [answer] = await importPaths(page, [large]);
  if (!answer || answer.ok) throw new Error('The file was let in.');
  expect(answer.error).toMatchObject({ code: 'disk-full', details: { file: 'too-much.png' } });
  expect(answer.error.message).toContain('too-much.png');
  expect(await storedFiles(page)).toEqual([`workspaces/default/media/${kept.hash}`]);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  expect((await importPaths(page, [large])).map(({ ok }) => ok)).toEqual([true]);
});
