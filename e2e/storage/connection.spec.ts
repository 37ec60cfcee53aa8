import { expect, type Page } from '@playwright/test';
import { chooseFiles, isSaved, openCreate, pause, previewIsReady, timelineShots } from '../journeys/create-page.ts';
import { photos } from '../support/pictures.ts';
import { askForNewerVersion, clearStorage, upgradeToNewerVersion } from '../support/stored-database.ts';
import { putRows, storedRows } from '../support/stored-rows.ts';
import { openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** A database that goes away under the page: lost connections, eviction, a newer studio in another tab. */

declare global {
  interface Window {
    connectionTest: { failing: number; opened: number };
  }
}

/** Lets so many of the coming transactions fail as Safari's do, and counts how often a database is opened. */
async function stubTransactions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = { failing: 0, opened: 0 };
    window.connectionTest = state;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...args) {
      if (state.failing > 0) {
        state.failing--;
        throw new DOMException(
          'Connection to Indexed Database server lost. Refresh the page to try again',
          'UnknownError',
        );
      }
      return transaction.apply(this, args);
    };
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      state.opened++;
      return open.apply(this, args);
    };
  });
}

async function openProject(page: Page): Promise<void> {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await pause(page);
  await isSaved(page);
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Video:/ }).click();
  const field = page.getByRole('textbox', { name: 'Name of this video' });
  await field.fill(name);
  await field.press('Enter');
}

async function storedNames(page: Page): Promise<unknown[]> {
  return (await storedRows(page, 'projects')).map(({ name }) => name);
}

test('a connection that is lost is opened once more, and nobody notices: 100 times', async ({ page }) => {
  await stubTransactions(page);
  await openStudio(page);
  const outcomes = await page.evaluate(async () => {
    const state = window.connectionTest;
    const answers: { ok: boolean; reopened: number }[] = [];
    for (let time = 0; time < 100; time++) {
      const before = state.opened;
      state.failing = 1;
      const ok = await window.studio?.assets.list().then(
        () => true,
        () => false,
      );
      answers.push({ ok: ok === true, reopened: state.opened - before });
    }
    return answers;
  });
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(100);
  expect(Math.max(...outcomes.map(({ reopened }) => reopened))).toBe(1);
});

test('an edit on a connection that stays dead is said to be unsaved, and is saved when the database answers', async ({
  page,
}) => {
  await stubTransactions(page);
  await openProject(page);
  await page.evaluate(() => {
    window.connectionTest.failing = Number.POSITIVE_INFINITY;
  });
  await rename(page, 'Autumn');
  const alert = page.getByRole('alert').filter({ hasText: 'connection' });
  await expect(alert).toContainText("connection to the browser's database was lost");
  await page.evaluate(() => {
    window.connectionTest.failing = 0;
  });
  await expect(alert).toBeHidden({ timeout: 20_000 });
  expect(await storedNames(page)).toEqual(['Autumn']);
});

for (const types of ['indexeddb', 'all']) {
  test(`stored data that is deleted under the page is said, and the project is saved anew (${types})`, async ({
    page,
  }) => {
    await openProject(page);
    await clearStorage(page, types);
    await expect(page.getByText(/stored data was deleted while this page was open/)).toBeVisible();
    await expect.poll(() => storedNames(page)).toEqual(['Untitled video']);
    await rename(page, 'Winter');
    await expect.poll(() => storedNames(page)).toEqual(['Winter']);
  });
}

test('a database that is gone at the start is said, and the files that are left are not swept', async ({ page }) => {
  await openProject(page);
  // Room on the disk is found out by files that come and go.
  const before = (await storedFiles(page)).filter((path) => path.includes('/media/'));
  expect(before).toHaveLength(2);
  await page.goto('/harness/');
  await clearStorage(page, 'indexeddb');
  await page.goto('/');
  await expect(page.getByText(/This browser has deleted the studio's database/)).toBeVisible();
  await expect(page.getByText(/2 files are left/)).toBeVisible();
  await page.reload();
  const rescued = (await storedFiles(page)).filter((path) => path.includes('/rescued/'));
  expect(rescued).toEqual(before.map((path) => path.replace('/media/', '/rescued/')));
});

test('a first start is no loss', async ({ page }) => {
  await openCreate(page);
  await expect(page.getByText(/has deleted/)).toBeHidden();
  await page.reload();
  await expect(page.getByText(/has deleted/)).toBeHidden();
});

test('an edit beside a newer studio is not lost: it is kept, said, and saved after a reload', async ({
  page,
  context,
}) => {
  await openProject(page);
  const newer = await context.newPage();
  await newer.goto('/harness/');
  await askForNewerVersion(newer);
  await expect(page.getByText(/A newer version of the studio is open in another tab/).first()).toBeVisible();
  await rename(page, 'Kept');
  await expect(page.getByRole('alert').filter({ hasText: 'Reload this page' })).toBeVisible();
  expect(await storedNames(newer)).toEqual(['Untitled video']);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Video: Kept' })).toBeVisible();
  await expect(timelineShots(page)).toHaveCount(2);
  expect(await storedNames(page)).toEqual(['Kept']);
});

test('a database of a newer studio is not opened for writing', async ({ page, context }) => {
  await openProject(page);
  const newer = await context.newPage();
  await newer.goto('/harness/');
  await upgradeToNewerVersion(newer);
  await page.reload();
  await expect(page.getByText(/newer version of the studio/)).toBeVisible();
  expect(await storedNames(newer)).toEqual(['Untitled video']);
});

test('a project that a newer studio has saved is not written over, and the edit becomes a copy', async ({ page }) => {
  await openProject(page);
  const [row] = await storedRows(page, 'projects');
  await putRows(page, 'projects', [{ ...row, schemaVersion: 99, name: 'Of tomorrow' }]);
  await rename(page, 'Of today');
  await expect(page.getByRole('alert').filter({ hasText: 'Of tomorrow' })).toContainText('does not write over it');
  expect(await storedNames(page)).toEqual(['Of tomorrow']);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Video: Of today (recovered)' })).toBeVisible();
  expect((await storedNames(page)).sort()).toEqual(['Of today (recovered)', 'Of tomorrow']);
});
