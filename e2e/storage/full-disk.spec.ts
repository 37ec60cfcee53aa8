import { expect, type Page } from '@playwright/test';
import {
  chooseFiles,
  isSaved,
  openCreate,
  openExportSheet,
  pause,
  previewIsReady,
  timelineShots,
} from '../journeys/create-page.ts';
import { photo, photos } from '../support/pictures.ts';
import { type DiskOfTest, diskOf, fillDisk, SMALL_ROOM } from '../support/stored-database.ts';
import { storedRows } from '../support/stored-rows.ts';
import { assetOf, importPaths, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';

/** A disk that is full at any moment: what was saved stays, what could not be saved is said, nothing lies half written. */

async function openProject(page: Page): Promise<void> {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await pause(page);
  await isSaved(page);
}

/** As `openProject`, on a disk that `fillDisk` fills. */
async function openProjectOnSmallDisk(page: Page): Promise<DiskOfTest> {
  await page.goto('/harness/');
  const disk = await diskOf(page);
  await disk.leave(SMALL_ROOM);
  await openProject(page);
  return disk;
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

test('a disk that fills up at any point of an import leaves whole files with rows, and nothing else', async ({
  page,
}) => {
  await openStudio(page);
  await assetOf(page, await photo({ name: 'first.jpg', seed: 1, width: 300, height: 400 }));
  const disk = await diskOf(page);
  const refused: string[] = [];
  for (let point = 0; point < 10; point++) {
    const name = `photo-${point}.png`;
    const path = await photo({ name, format: 'png', width: 300, height: 400, seed: 10 + point });
    await disk.leave(point * 150_000);
    const [answer] = await importPaths(page, [path]);
    if (answer && !answer.ok) {
      expect(answer.error).toMatchObject({ code: 'disk-full', details: { file: name } });
      expect(answer.error.message).toContain(name);
      refused.push(name);
    }
    await disk.free();
    const library = await page.evaluate(async () => (await window.studio?.assets.list()) ?? []);
    const files = library.map(({ hash }) => `workspaces/default/media/${hash}`).sort();
    expect(await storedFiles(page), `after point ${point}`).toEqual(files);
    expect((await storedRows(page, 'thumbnails')).length).toBe(library.length);
  }
  expect(refused.length).toBeGreaterThan(0);
});

test('an edit that finds no room is said to be unsaved, and is saved by itself once there is room', async ({
  page,
}) => {
  const disk = await openProjectOnSmallDisk(page);
  await fillDisk(page, disk);
  await rename(page, 'Summer');
  const alert = page.getByRole('alert').filter({ hasText: 'Summer' });
  await expect(alert).toContainText('There is not enough disk space to save the project “Summer”');
  expect(await storedNames(page)).toEqual(['Untitled video']);
  await disk.free();
  await expect(alert).toBeHidden({ timeout: 10_000 });
  await isSaved(page);
  expect(await storedNames(page)).toEqual(['Summer']);
});

test('an edit that found no room survives a reload on the full disk, and after it', async ({ page }) => {
  const disk = await openProjectOnSmallDisk(page);
  await fillDisk(page, disk);
  await rename(page, 'Summer');
  await expect(page.getByRole('alert').filter({ hasText: 'Summer' })).toBeVisible();
  await page.reload();
  await previewIsReady(page);
  await expect(timelineShots(page)).toHaveCount(2);
  await disk.free();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Video: Summer' })).toBeVisible();
  expect(await storedNames(page)).toEqual(['Summer']);
});

test('a first start on a full disk says what is wrong and what to do', async ({ page }) => {
  await page.goto('/harness/');
  const disk = await diskOf(page);
  await disk.leave(-Number.MAX_SAFE_INTEGER);
  await page.goto('/');
  await expect(page.getByText(/not enough disk space|disk space for this app is used up/)).toBeVisible();
});

test('whether an export fits is found out within 100 ms', async ({ page }) => {
  await page.addInitScript(() => {
    const times: number[] = [];
    Object.assign(window, { probeTimes: times });
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'disk')
          this.addEventListener('message', () => times.push(performance.now() - this.asked));
      }
      asked = 0;
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        this.asked = performance.now();
        super.postMessage(message, transfer as Transferable[]);
      }
    };
  });
  await openProject(page);
  const sheet = await openExportSheet(page);
  const times = () => page.evaluate(() => Reflect.get(window, 'probeTimes') as number[]);
  for (const quality of [/^Eco/, /^Freeze/, /^Normal/, /^Eco/]) {
    const before = (await times()).length;
    await sheet.getByRole('radio', { name: quality }).click();
    await expect.poll(async () => (await times()).length).toBeGreaterThan(before);
  }
  // The first one starts the worker, and any may meet a busy machine.
  expect(Math.min(...(await times()))).toBeLessThan(100);
});

test('an export for which there is no room is stopped before it starts, with its size', async ({ page }) => {
  await openProject(page);
  const disk = await diskOf(page);
  await disk.leave(4_000_000);
  const sheet = await openExportSheet(page);
  await expect(sheet.getByText(/needs \d+ MB of free disk while it is made/).first()).toBeVisible();
  await expect(sheet.getByText(/Storage page/).first()).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Export video' })).toHaveAttribute('aria-disabled', 'true');
  await disk.free();
  await page.getByRole('button', { name: 'Close export' }).click();
  await page.reload();
  await previewIsReady(page);
  const again = await openExportSheet(page);
  await expect(again.getByText(/^While it runs: \d.*B of disk, .*B of memory$/)).toBeVisible();
  await expect(again.getByRole('button', { name: 'Export video' })).toHaveAttribute('aria-disabled', 'false');
  await expect.poll(async () => (await storedFiles(page)).filter((path) => path.includes('/tmp/'))).toEqual([]);
});
