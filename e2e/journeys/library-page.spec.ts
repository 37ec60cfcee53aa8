import { expect, type Locator, type Page } from '@playwright/test';
import type { MediaAsset } from '#core/media/asset.ts';
import { emptyFile } from '../support/bad-files.ts';
import { photo } from '../support/pictures.ts';
import { putRows, storedRows } from '../support/stored-rows.ts';
import { openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** The library: media is found, chosen, put away and brought back. */

const MANY = 5_000;

async function openLibrary(page: Page): Promise<void> {
  await page.goto('/#library');
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
}

/** The page's own choices have options as well. */
function tiles(page: Page, { selected }: { selected?: boolean } = {}): Locator {
  const state = selected === undefined ? {} : { selected };
  return page.getByRole('listbox', { name: 'Media' }).getByRole('option', state);
}

async function addPhotos(page: Page, names: readonly string[]): Promise<void> {
  const paths = await Promise.all(
    names.map((name, index) => photo({ name, seed: 40 + index, width: 480, height: 640 })),
  );
  await page.getByLabel('Files for the library').setInputFiles(paths);
  await expect(tiles(page)).toHaveCount(names.length);
}

function mediaFiles(page: Page): Promise<string[]> {
  return storedFiles(page).then((paths) => paths.filter((path) => path.includes('/media/')));
}

test('media is found by part of its name, whatever its accents, and put in order', async ({ page }) => {
  await openLibrary(page);
  await addPhotos(page, ['Crème.jpg', 'day 10.jpg', 'day 9.jpg']);
  await page.getByLabel('Order').selectOption({ label: 'Name' });
  const options = tiles(page);
  await expect(options.nth(1)).toContainText('day 9.jpg');
  await page.getByLabel('Search by name or tag').fill('CREME');
  await expect(options).toHaveCount(1);
  await expect(page.getByText('1 of 3 files')).toBeVisible();
});

test('several are chosen with the keys, go to the trash with their bytes, and come back', async ({ page }) => {
  await openLibrary(page);
  await addPhotos(page, ['a.jpg', 'b.jpg', 'c.jpg']);
  await page.getByLabel('Order').selectOption({ label: 'Name' });
  const list = page.getByRole('listbox', { name: 'Media' });
  await list.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(tiles(page, { selected: true })).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(page.getByText('2 files are in the trash.')).toBeVisible();
  await expect(tiles(page)).toHaveCount(1);
  expect(await mediaFiles(page)).toHaveLength(3);

  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(tiles(page)).toHaveCount(3);
  await page.reload();
  await expect(tiles(page)).toHaveCount(3);
});

test('media in the trash outlives a restart, and comes back to its folder when it is added again', async ({ page }) => {
  await openLibrary(page);
  await addPhotos(page, ['a.jpg']);
  await tiles(page).click();
  await page.getByRole('button', { name: 'Favourite', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Favourite' })).toBeVisible();
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  await expect(page.getByText('1 file is in the trash.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  expect(await mediaFiles(page)).toHaveLength(1);
  await addPhotos(page, ['a.jpg']);
  await expect(page.getByRole('img', { name: 'Favourite' })).toBeVisible();
  expect(await storedRows(page, 'trash')).toEqual([]);
});

test('a file that could not be added keeps its reason over a reload, until it is dismissed', async ({ page }) => {
  await openLibrary(page);
  await page.getByLabel('Files for the library').setInputFiles(await emptyFile('nothing.jpg'));
  const failures = page.getByRole('region', { name: 'Files that could not be added' });
  await expect(failures).toContainText('nothing.jpg');
  await page.reload();
  await expect(failures).toContainText('nothing.jpg');
  await page.getByRole('button', { name: 'Dismiss the message about nothing.jpg' }).click();
  await expect(failures).toBeHidden();
  expect(await storedRows(page, 'arrivals')).toEqual([]);
});

test('several files are put away at once, and folders are named, moved and taken away', async ({ page }) => {
  await openLibrary(page);
  await addPhotos(page, ['a.jpg', 'b.jpg', 'c.jpg']);
  await page.getByLabel('Order').selectOption({ label: 'Name' });
  await page.getByRole('listbox', { name: 'Media' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Organise' }).click();
  const organise = page.getByRole('dialog', { name: 'Organise' });
  await organise.getByLabel('New tag').fill('Summer');
  await organise.getByRole('button', { name: 'Add', exact: true }).click();
  await organise.getByLabel('New folder').fill('Holiday');
  await organise.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(organise.getByLabel('Folder of these files')).toHaveValue(/.+/);
  await organise.getByRole('button', { name: 'Close organise' }).click();

  await page.getByLabel('Tag', { exact: true }).selectOption('Summer');
  await expect(tiles(page)).toHaveCount(2);
  await page.getByLabel('Tag', { exact: true }).selectOption('');
  await page.getByLabel('Folder', { exact: true }).selectOption({ label: 'Holiday' });
  await expect(tiles(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Folders' }).click();
  const folders = page.getByRole('dialog', { name: 'Folders' });
  await folders.getByLabel('New folder').fill('Year');
  await folders.getByRole('button', { name: 'Create', exact: true }).click();
  await folders.getByRole('button', { name: 'Move Holiday', exact: true }).click();
  await folders.getByLabel('Folder that Holiday lies in').selectOption({ label: 'Year' });
  await folders.getByRole('button', { name: 'Rename Year', exact: true }).click();
  await folders.getByLabel('New name of Year').fill('2026');
  await folders.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByLabel('Folder', { exact: true }).selectOption({ label: '2026' });
  await expect(tiles(page)).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  await folders.getByRole('button', { name: 'Remove 2026', exact: true }).click();
  await page.getByRole('button', { name: 'Remove folder' }).click();
  await expect(folders.getByRole('list', { name: 'Folders' })).toBeHidden();
  await page.getByRole('button', { name: 'Close folders' }).click();
  await expect(tiles(page)).toHaveCount(3);
  await page.reload();
  await expect(tiles(page)).toHaveCount(3);
});

test('a microphone that the browser keeps from the page is explained', async ({ page }) => {
  await openLibrary(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Record a voice-over' }).click();
  const sheet = page.getByRole('dialog', { name: 'Record a voice-over' });
  // No machine that runs tests has to have a microphone.
  await expect(sheet).toContainText(/may not use the microphone\. Allow it|No microphone was found\. Connect one/);
  await expect(sheet.getByRole('button', { name: 'Record', exact: true })).toBeHidden();
});

test(`of ${MANY} assets those in sight are drawn, and the keys reach the last`, async ({ page }) => {
  await openLibrary(page);
  await addPhotos(page, ['first.jpg']);
  await copyAsset(page, MANY - 2);
  // The page looks again once it changes a row itself; a restart would miss the copies' bytes.
  const another = await photo({ name: 'another.jpg', seed: 60, width: 480, height: 640 });
  await page.getByLabel('Files for the library').setInputFiles(another);
  await expect(page.getByText(`${MANY} files`, { exact: true })).toBeVisible();
  expect(await tiles(page).count()).toBeLessThan(120);
  await page.getByRole('listbox', { name: 'Media' }).focus();
  await page.keyboard.press('End');
  const last = page.locator(`[role=option][aria-posinset="${MANY}"]`);
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  expect(await tiles(page).count()).toBeLessThan(120);
});

for (const { name, viewport, hasTouch } of [LAPTOP, PHONE]) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('an asset says what it is, takes a name and a tag, and the page is fit for everyone', async ({ page }) => {
      await openStudio(page);
      await openLibrary(page);
      await expect(page.getByRole('heading', { name: 'Your media is kept here' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await addPhotos(page, ['a.jpg', 'b.jpg']);
      const first = tiles(page).first();
      if (hasTouch) await first.tap();
      else await first.click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Details' }).click();
      const details = page.getByRole('dialog', { name: 'Details' });
      await expect(details).toContainText('480 × 640');
      await expect(details).toContainText('Nothing yet');
      await details.getByLabel('Name', { exact: true }).fill('Portrait.jpg');
      await details.getByRole('button', { name: 'Rename', exact: true }).click();
      await details.getByLabel('New tag').fill('Summer');
      await details.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(details.getByRole('button', { name: 'Remove the tag Summer' })).toBeVisible();
      await expect(tiles(page).filter({ hasText: 'Portrait.jpg' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

/** Rows of more assets like the one that there is: what they are made of does not matter to a list. */
async function copyAsset(page: Page, copies: number): Promise<void> {
  const [asset] = await storedRows<MediaAsset>(page, 'assets');
  const rows = Array.from({ length: copies }, (_, index) => ({
    ...asset,
    id: `copy-${index}`,
    hash: index.toString(16).padStart(64, '0'),
    name: `copy ${index}.jpg`,
    importedAt: index,
  }));
  await putRows(page, 'assets', rows);
}
