import { type CDPSession, expect, type Page } from '@playwright/test';

/** The workspace's database and disk, past the product: newer versions, and a disk that is full. */

/** Dexie counts versions in tens. */
const NEWER_VERSION = 1000;

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

/** Room in which a small project is made, and which is filled in a moment, in bytes. */
export const SMALL_ROOM = 32 * 2 ** 20;

/**
 * Fills a disk that never had more room than `SMALL_ROOM`, and waits until the database notices it too: Chromium goes by
 * the room that it knew of for up to half a minute, until more is asked of it. Its files shrink now and then by themselves,
 * so the limit follows them.
 */
export async function fillDisk(page: Page, disk: DiskOfTest): Promise<void> {
  const hasRoom = async () => {
    await disk.leave(0);
    return await page.evaluate(writeScratch, SMALL_ROOM);
  };
  await expect.poll(hasRoom, { timeout: 60_000, intervals: [1000] }).toBe(false);
}

/** Runs in the page: whether so many bytes can be stored in one go. */
function writeScratch(bytes: number): Promise<boolean> {
  // Larger rows become files, which are not counted.
  const row = new Uint8Array(32_768);
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
      const rows = transaction.objectStore('rows');
      for (let key = 0; key * row.length < bytes; key++) rows.put(row, key);
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
