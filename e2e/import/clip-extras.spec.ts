import { expect, type Page } from '@playwright/test';
import { longAvi, plainClip, turned } from '../support/odd-clips.ts';
import { assetOf, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** Rows of a table of the default workspace. */
function rows(page: Page, table: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open('studio-default');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result);
          };
          asking.onerror = () => reject(asking.error);
        };
      }),
    table,
  );
}

test('a clip is looked through once it has come in, and its curve goes with it', async ({ page }) => {
  await openStudio(page);
  const asset = await assetOf(page, await plainClip());
  await expect.poll(async () => (await rows(page, 'highlights')).map(({ hash }) => hash)).toEqual([asset.hash]);
  await page.evaluate((id) => window.studio?.assets.remove(id), asset.id);
  expect(await rows(page, 'highlights')).toEqual([]);
});

test('a clip has a filmstrip of small upright pictures', async ({ page }) => {
  await openStudio(page);
  const asset = await assetOf(page, await turned(90));
  const sizes = await page.evaluate(async (assetId) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('studio-default');
      opening.onsuccess = () => resolve(opening.result);
    });
    const row = await new Promise<{ pictures: Blob[] }>((resolve) => {
      const asking = database.transaction('filmstrips').objectStore('filmstrips').get(assetId);
      asking.onsuccess = () => resolve(asking.result);
    });
    database.close();
    const bitmaps = await Promise.all(row.pictures.map((picture) => createImageBitmap(picture)));
    return bitmaps.map(({ width, height }) => [width, height]);
  }, asset.id);
  // 192x320 upright.
  expect(sizes).toEqual(Array.from({ length: 9 }, () => [86, 144]));
});

test('a conversion says so, shows how far it is, and ends within a second when it is cancelled', async ({ page }) => {
  const path = await longAvi();
  await openStudio(page);
  await page.locator('input[data-purpose="any"]').setInputFiles(path);
  await expect(page.getByText('Converting', { exact: false })).toBeVisible();
  const progress = page.getByRole('progressbar', { name: 'Import' }).first();
  const percent = async () => Number(await progress.getAttribute('aria-valuenow'));
  const first = await percent();
  await expect.poll(percent, { timeout: 30_000 }).toBeGreaterThan(first);
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await expect(page.getByText('Converting', { exact: false })).toBeHidden({ timeout: 1000 });
  expect(await storedFiles(page)).toEqual([]);
  // The next file finds a fresh worker.
  expect((await assetOf(page, await plainClip())).facts.kind).toBe('video');
});
