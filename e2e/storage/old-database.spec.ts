import { expect, type Page } from '@playwright/test';
import { rhythmFile } from '../support/rhythm-files.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** Dexie counts versions in tens. */
const FIRST_VERSION = 10;

/** Puts the workspace's rows into a database as the first version of the studio made it. */
async function goBackToFirstVersion(page: Page): Promise<void> {
  // A page of the same origin on which no studio holds the database open.
  await page.goto('/harness/');
  await page.evaluate(async (version) => {
    const name = 'studio-default';
    const tables = { assets: 'id', thumbnails: 'assetId', peaks: 'assetId', projects: 'id', jobs: 'id' };
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const now = await answer(indexedDB.open(name));
    const reading = now.transaction(Object.keys(tables));
    const kept = await Promise.all(
      Object.keys(tables).map(async (table) => [table, await answer(reading.objectStore(table).getAll())] as const),
    );
    now.close();
    await answer(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries(tables)) opening.result.createObjectStore(table, { keyPath });
      const { transaction } = opening;
      transaction?.objectStore('assets').createIndex('hash', 'hash', { unique: true });
      transaction?.objectStore('assets').createIndex('importedAt', 'importedAt');
      transaction?.objectStore('projects').createIndex('updatedAt', 'updatedAt');
      transaction?.objectStore('jobs').createIndex('status', 'status');
      transaction?.objectStore('jobs').createIndex('createdAt', 'createdAt');
    };
    const old = await answer(opening);
    const writing = old.transaction(Object.keys(tables), 'readwrite');
    for (const [table, rows] of kept) for (const row of rows) writing.objectStore(table).add(row);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    old.close();
  }, FIRST_VERSION);
}

test('a database of the first version opens with all that it holds, and keeps beats from then on', async ({ page }) => {
  await openStudio(page);
  const { path } = await rhythmFile({ kind: 'clicks', tempo: 128, seconds: 5 });
  const asset = await assetOf(page, path);
  await goBackToFirstVersion(page);
  await openStudio(page);
  expect(await page.evaluate(() => window.studio?.assets.list())).toEqual([asset]);
  const kept = await page.evaluate(async (id) => {
    const before = await window.studio?.beats.cached(id);
    const found = await window.studio?.beats.analyse(id);
    return { before, found, after: await window.studio?.beats.cached(id) };
  }, asset.id);
  expect(kept.before).toBeNull();
  expect(kept.found?.beats.length).toBeGreaterThan(5);
  expect(kept.after).toEqual(kept.found);
});

test('beats go with their asset', async ({ page }) => {
  await openStudio(page);
  const { path } = await rhythmFile({ kind: 'clicks', tempo: 128, seconds: 5 });
  const { id } = await assetOf(page, path);
  await page.evaluate((asset) => window.studio?.beats.analyse(asset), id);
  await page.evaluate((asset) => window.studio?.assets.remove(asset), id);
  const again = await assetOf(page, path);
  expect(await page.evaluate((asset) => window.studio?.beats.cached(asset), again.id)).toBeNull();
});
