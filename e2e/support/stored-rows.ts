import type { Page } from '@playwright/test';

/** All rows of a table of the default workspace, as they lie in the browser's database, by their keys. */
export function storedRows<Row>(page: Page, table: string): Promise<Row[]> {
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
