import { expect } from '@playwright/test';
import { emptyFile } from '../support/bad-files.ts';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { chooseFiles, isSaved, openCreate, previewIsReady, timelineShots } from './create-page.ts';

test('a deleted video can be brought back', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(2));
  await previewIsReady(page);
  await isSaved(page);
  await page.getByRole('button', { name: 'Video: Untitled video' }).click();
  const menu = page.getByRole('dialog', { name: 'Videos' });
  await menu.getByRole('button', { name: 'Delete Untitled video' }).click();
  await expect(timelineShots(page)).toHaveCount(0);
  await expect(menu.getByText('2 photos')).toHaveCount(0);
  await menu.getByRole('button', { name: 'Undo' }).click();
  await expect(timelineShots(page)).toHaveCount(2);
  await page.reload();
  await expect(timelineShots(page)).toHaveCount(2);
});

test('several files of one choice are undone as one step', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, [...(await photos(3)), await emptyFile('nothing.jpg')]);
  await expect(timelineShots(page)).toHaveCount(3);
  await expect(page.getByRole('progressbar', { name: 'Import' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('a lost file is told in a notice that goes when it is dismissed', async ({ page }) => {
  await openCreate(page);
  await chooseFiles(page, await photos(1));
  await previewIsReady(page);
  await isSaved(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const workspace = await (await root.getDirectoryHandle('workspaces')).getDirectoryHandle('default');
    await workspace.removeEntry('media', { recursive: true });
  });
  await page.reload();
  const problems = page.getByRole('list', { name: 'Problems with stored files' });
  await expect(problems.getByRole('listitem')).toHaveCount(1);
  await expect(problems).toContainText('photo-1.jpg');
  await problems.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(problems).toBeHidden();
});
