import type { Page } from '@playwright/test';

/** All rows of a table of the default workspace, as they lie in the browser's database, by their keys. */
export function storedRows<Row = Record<string, unknown>>(page: Page, table: string): Promise<Row[]> {
  return page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('studio-default'));
    try {
      return await answer(database.transaction(name).objectStore(name).getAll());
    } finally {
      database.close();
    }
  }, table);
}

/** Puts rows into a table behind the studio's back: reload the page to have them seen. */
export function putRows(page: Page, table: string, rows: readonly unknown[]): Promise<void> {
  return write(page, { table, rows, patch: null });
}

/** Changes the same fields of all rows of a table, in one transaction, behind the studio's back. */
export function patchRows<Row>(page: Page, table: string, patch: Partial<Row>): Promise<void> {
  return write(page, { table, rows: [], patch });
}

async function write(page: Page, work: { table: string; rows: readonly unknown[]; patch: object | null }) {
  await page.evaluate(async ({ table, rows, patch }) => {
    const opening = indexedDB.open('studio-default');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    try {
      const writing = database.transaction(table, 'readwrite');
      const store = writing.objectStore(table);
      for (const row of rows) store.put(row);
      if (patch) {
        const reading = store.getAll();
        reading.onsuccess = () => {
          for (const row of reading.result) store.put({ ...row, ...patch });
        };
      }
      await new Promise<void>((resolve, reject) => {
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
      });
    } finally {
      database.close();
    }
  }, work);
}
