import { expect, type Locator, type Page } from '@playwright/test';

/** The library's tiles, and what they show. */

export async function openLibraryWith(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto('/#library');
  await page.getByLabel('Files for the library').setInputFiles([...paths]);
  await expect(page.getByRole('listbox', { name: 'Media' }).getByRole('option')).toHaveCount(paths.length);
}

export function tile(page: Page, name: string): Locator {
  return page.getByRole('listbox', { name: 'Media' }).getByRole('option', { name });
}

/** Which of the clip's stored pictures a tile shows: its place in the strip, `thumbnail`, or `moving`. */
export async function shown(page: Page, name: string): Promise<string> {
  return tile(page, name)
    .locator('img')
    .first()
    .evaluate(async (img: HTMLImageElement) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer()).join();
      const response = await fetch(img.src).catch(() => null);
      if (!response) return 'an address that was freed';
      const blob = await response.blob();
      if (blob.type === 'image/webp') return 'moving';
      const database = await answer(indexedDB.open('studio-default'));
      const [strip] = await answer(database.transaction('filmstrips').objectStore('filmstrips').getAll());
      database.close();
      const bytes = await bytesOf(blob);
      for (const [index, picture] of (strip.pictures as Blob[]).entries()) {
        if ((await bytesOf(picture)) === bytes) return `strip ${index}`;
      }
      return 'thumbnail';
    });
}

/** @param share of the tile's width from its left edge, 0 to 1. */
export async function pointAt(page: Page, name: string, share: number): Promise<void> {
  const box = await tile(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not in sight.`);
  await page.mouse.move(box.x + 2 + share * (box.width - 4), box.y + box.height * 0.3);
}

/** By the selection's bar. */
export async function openDetails(page: Page, name: string): Promise<void> {
  await tile(page, name).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible();
}

/** Rows of more clips with the pictures of the first. */
export function copyClip(page: Page, copies: number): Promise<void> {
  return page.evaluate(async (count) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('studio-default'));
    const writing = database.transaction(['assets', 'thumbnails', 'filmstrips'], 'readwrite');
    const tables = (['assets', 'thumbnails', 'filmstrips'] as const).map((name) => writing.objectStore(name));
    const rows = await Promise.all(tables.map(async (table) => ({ table, row: (await answer(table.getAll()))[0] })));
    for (let index = 0; index < count; index++) {
      const id = `copy-${index}`;
      const hash = index.toString(16).padStart(64, '0');
      const own = { id, hash, name: `copy ${index}.mp4`, importedAt: index };
      for (const { table, row } of rows)
        table.add(table.name === 'assets' ? { ...row, ...own } : { ...row, assetId: id });
    }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    database.close();
  }, copies);
}
