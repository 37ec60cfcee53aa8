import { type CDPSession, expect, type Page } from '@playwright/test';

/** The workspace's database and disk, past the product: what is really stored, and a disk that is full. */

/** Dexie counts versions in tens. */
const NEWER_VERSION = 1000;

/** All rows of a table. */
export function rowsOf(page: Page, table: string): Promise<readonly Record<string, unknown>[]> {
  return page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open('studio-default');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}

/** Changes fields of one row, as another program would. */
export function changeRow(page: Page, table: string, id: string, fields: Record<string, unknown>): Promise<void> {
  return page.evaluate(
    ({ table, id, fields }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('studio-default');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(table, 'readwrite');
          const store = transaction.objectStore(table);
          const reading = store.get(id);
          reading.onsuccess = () => store.put({ ...reading.result, ...fields });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    { table, id, fields },
  );
}

/** Asks for the database at a newer version, as a newer studio does; gives up once the others have let go of it. */
export function askForNewerVersion(page: Page): Promise<void> {
  return page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('studio-default', version);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve();
        opening.onsuccess = () => reject(new Error('The upgrade was not given up.'));
      }),
    NEWER_VERSION,
  );
}

/** Takes the database to a newer version for good. */
export function upgradeToNewerVersion(page: Page): Promise<void> {
  return page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('studio-default', version);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    NEWER_VERSION,
  );
}

export interface DiskOfTest {
  /** So many bytes more than what is stored now can be stored. */
  leave(bytes: number): Promise<void>;
  /** Lifts the limit. */
  free(): Promise<void>;
}

/** The origin's share of the disk, as the browser enforces it. */
export async function diskOf(page: Page): Promise<DiskOfTest> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  return {
    async leave(bytes) {
      const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.max(1, usage + bytes) });
    },
    free: async () => void (await devtools.send('Storage.overrideQuotaForOrigin', { origin })),
  };
}

/**
 * Fills the disk, and waits until the database notices it too: Chromium goes by the room that it knew of for up to half a
 * minute. Its files shrink now and then by themselves, so the limit follows them.
 */
export async function fillDisk(page: Page, disk: DiskOfTest): Promise<void> {
  const hasRoom = async () => {
    await disk.leave(0);
    return await page.evaluate(writeScratch);
  };
  await expect.poll(hasRoom, { timeout: 60_000, intervals: [1000] }).toBe(false);
}

/** Runs in the page: whether a row of 64 kB can be stored. */
function writeScratch(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('scratch');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const database = opening.result;
      const settle = (stored: boolean) => {
        database.close();
        resolve(stored);
      };
      const transaction = database.transaction('rows', 'readwrite');
      transaction.objectStore('rows').put('x'.repeat(32_768), 1);
      transaction.oncomplete = () => settle(true);
      transaction.onabort = () => settle(false);
    };
  });
}

/** Deletes what the browser has stored for the page's origin, as it does when space runs out. */
export async function clearStorage(page: Page, storageTypes: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes });
}
