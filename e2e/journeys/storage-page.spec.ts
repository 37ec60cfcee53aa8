import { expect, type Locator, type Page } from '@playwright/test';
import type { TrashItem } from '#core/disk/trash.ts';
import type { RenderJob } from '#core/job/job.ts';
import { photo, photos } from '../support/pictures.ts';
import { clearStorage } from '../support/stored-database.ts';
import { patchRows, putRows, storedRows } from '../support/stored-rows.ts';
import { assetOf, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** The storage page: what takes how much room, and the ways to make room. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** Imports two photos, of which one is used, and makes a short video of it. */
async function makeVideo(page: Page): Promise<string> {
  await openStudio(page);
  await assetOf(page, await photo({ name: 'spare.jpg', seed: 5, width: 900, height: 1200 }));
  const { id } = await assetOf(page, await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 }));
  return await page.evaluate(async (assetId) => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const { jobId } = await studio.process({
      images: [{ assetId }],
      lengthSeconds: 1,
      quality: 'freeze',
      overlay: 'none',
      name: 'Summer',
      text: '',
    });
    await new Promise<RenderJob>((resolve) => {
      const stop = studio.jobs.watch(jobId, (job) => {
        if (job.status === 'pending' || job.status === 'processing') return;
        queueMicrotask(() => stop());
        resolve(job);
      });
    });
    return jobId;
  }, id);
}

async function openStorage(page: Page): Promise<void> {
  await page.goto('/#storage');
  await expect(page.getByRole('heading', { name: 'Storage', level: 1 })).toBeVisible();
}

function list(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

async function outputs(page: Page): Promise<string[]> {
  return (await storedFiles(page)).filter((path) => path.includes('/outputs/'));
}

test('a deleted video can be brought back from the trash, and is truly gone once the trash is emptied', async ({
  page,
}) => {
  const id = await makeVideo(page);
  await openStorage(page);
  const videos = list(page, 'Finished videos');
  await expect(videos.getByText('Summer')).toBeVisible();
  await videos.getByRole('button', { name: 'Delete the video Summer' }).click();
  const trash = list(page, 'Trash');
  await expect(trash.getByText('Finished video, 30 days left')).toBeVisible();
  await expect(videos).toBeHidden();
  expect(await outputs(page)).toHaveLength(2);

  await page.reload();
  await trash.getByRole('button', { name: 'Bring Summer back' }).click();
  await expect(videos.getByText('Summer')).toBeVisible();
  expect(await page.evaluate(async (job) => (await window.studio?.jobs.get(job))?.status, id)).toBe('completed');
  const size = await page.evaluate(async (job) => (await window.studio?.jobs.output(job))?.video.size, id);
  expect(size).toBeGreaterThan(1000);

  await videos.getByRole('button', { name: 'Delete the video Summer' }).click();
  await trash.getByRole('button', { name: 'Empty trash' }).click();
  const question = page.getByRole('alertdialog', { name: 'Empty the trash?' });
  await question.getByRole('button', { name: 'Keep' }).click();
  await expect(trash).toBeVisible();
  await trash.getByRole('button', { name: 'Empty trash' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash).toBeHidden();
  await expect.poll(() => outputs(page)).toEqual([]);
  expect(await storedRows(page, 'trash')).toEqual([]);
});

test('media that no project uses can be deleted, what one uses cannot', async ({ page }) => {
  await makeVideo(page);
  await openStorage(page);
  const media = list(page, 'Media');
  await expect(media.getByRole('listitem').filter({ hasText: 'scene.jpg' })).toContainText('Used in Summer');
  await expect(media.getByRole('button', { name: 'Delete the file scene.jpg' })).toHaveCount(0);
  await media.getByRole('button', { name: /^Delete unused/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(media.getByText('spare.jpg')).toBeHidden();
  await expect(media.getByText('scene.jpg')).toBeVisible();
  expect((await storedFiles(page)).filter((path) => path.includes('/media/'))).toHaveLength(1);
});

test('a deleted project waits in the trash with its media, and comes back as it was', async ({ page }) => {
  await makeVideo(page);
  const [summer] = (await storedRows(page, 'projects')).filter(({ name }) => name === 'Summer');
  // The page opens the project edited last: another one is to be open.
  await putRows(page, 'projects', [{ ...summer, updatedAt: 1 }]);
  await openStorage(page);
  const projects = list(page, 'Projects');
  await projects.getByRole('button', { name: 'Delete the project Summer' }).click();
  const trash = list(page, 'Trash');
  await expect(trash.getByText('Project, 30 days left')).toBeVisible();
  await expect(list(page, 'Media').getByText('Used in Summer (trash)')).toBeVisible();
  await trash.getByRole('button', { name: 'Bring Summer back' }).click();
  await expect(projects.getByText('Summer')).toBeVisible();
  expect((await storedRows(page, 'projects')).find(({ name }) => name === 'Summer')).toEqual({
    ...summer,
    updatedAt: 1,
  });
});

test('finished videos are deleted after the days that a person chooses, and old trash by itself', async ({ page }) => {
  await makeVideo(page);
  await patchRows<RenderJob>(page, 'jobs', { finishedAt: Date.now() - 8 * DAY_MS });
  await openStorage(page);
  await page.reload();
  await expect(list(page, 'Finished videos')).toBeVisible();
  await page.getByRole('radio', { name: '7 days' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete videos after 7 days?' });
  await expect(question).toContainText('1 finished video is older than that');
  await question.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('radio', { name: 'Never' })).toBeChecked();
  await page.getByRole('radio', { name: '7 days' }).click();
  await question.getByRole('button', { name: 'Delete them then' }).click();
  await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();
  await expect(list(page, 'Finished videos')).toBeVisible();
  await page.reload();
  await expect.poll(() => outputs(page)).toEqual([]);
  expect(await storedRows(page, 'jobs')).toEqual([]);
  expect(await storedRows(page, 'trash')).toEqual([]);
});

test('a page that stays open deletes them too, once a day', async ({ page }) => {
  await page.clock.install();
  await makeVideo(page);
  await openStorage(page);
  await page.getByRole('radio', { name: '1 day' }).click();
  await expect(page.getByRole('radio', { name: '1 day' })).toBeChecked();
  await page.clock.fastForward(DAY_MS / 2);
  await expect(list(page, 'Finished videos')).toBeVisible();
  expect(await outputs(page)).toHaveLength(2);
  await page.clock.fastForward(2 * DAY_MS);
  await expect.poll(() => outputs(page)).toEqual([]);
  await expect(list(page, 'Finished videos')).toBeHidden();
});

test('what has been in the trash for more than 30 days is gone at the next start', async ({ page }) => {
  await makeVideo(page);
  await openStorage(page);
  await list(page, 'Finished videos').getByRole('button', { name: 'Delete the video Summer' }).click();
  await expect(list(page, 'Trash')).toBeVisible();
  await patchRows<TrashItem>(page, 'trash', { deletedAt: Date.now() - 31 * DAY_MS });
  await page.reload();
  await expect.poll(() => outputs(page)).toEqual([]);
  await expect(list(page, 'Trash')).toBeHidden();
});

test('protection is asked for after the first import, never as the page opens, and by its button', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    StorageManager.prototype.persist = async () => {
      Object.assign(window, { asked: Number(Reflect.get(window, 'asked')) + 1 });
      return false;
    };
  });
  const asked = () => page.evaluate(() => Number(Reflect.get(window, 'asked')));
  await openStorage(page);
  expect(await asked()).toBe(0);
  await assetOf(page, await photo({ name: 'one.jpg', seed: 1, width: 300, height: 400 }));
  await expect.poll(asked).toBe(1);
  await assetOf(page, await photo({ name: 'two.jpg', seed: 2, width: 300, height: 400 }));
  await page.getByRole('button', { name: 'Protect my work' }).click();
  await expect(page.getByText('The browser did not agree yet.')).toBeVisible();
  expect(await asked()).toBe(2);
});

test('a browser that agrees to protect the work is said to', async ({ page }) => {
  // A private window, as tests have, is never protected.
  await page.addInitScript(() => {
    StorageManager.prototype.persist = async () => true;
  });
  await openStorage(page);
  await page.getByRole('button', { name: 'Protect my work' }).click();
  await expect(page.getByRole('heading', { name: 'Your work is protected' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Protect my work' })).toBeHidden();
});

test('media that was left when the database was gone can be taken back', async ({ page }) => {
  await makeVideo(page);
  await page.goto('/harness/');
  await clearStorage(page, 'indexeddb');
  await openStorage(page);
  const rescued = list(page, 'Rescued files');
  await expect(rescued.getByRole('listitem')).toHaveCount(3);
  await expect(rescued.getByRole('button', { name: /^Download Finished video/ })).toHaveCount(1);
  const add = rescued.getByRole('button', { name: /^Add File \d to the media/ });
  await add.first().click();
  await expect(rescued.getByRole('listitem')).toHaveCount(2);
  await expect(list(page, 'Media').getByRole('listitem')).toHaveCount(1);
});

for (const size of [LAPTOP, PHONE]) {
  test(`the page is whole on a ${size.name}, and breaks no rule of accessibility`, async ({ page }, testInfo) => {
    await page.setViewportSize(size.viewport);
    await openStorage(page);
    expect(await violations(page), 'empty').toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('empty.png') });
    await makeVideo(page);
    const [first] = await photos(1);
    if (first) await assetOf(page, first);
    await openStorage(page);
    await expect(page.getByText(/^(More than|About) \d/)).toBeVisible();
    expect(await violations(page), 'with a video').toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('full.png') });
    await list(page, 'Finished videos').getByRole('button', { name: 'Delete the video Summer' }).click();
    await list(page, 'Trash').getByRole('button', { name: 'Empty trash' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(await violations(page), 'question').toEqual([]);
    await page.screenshot({ path: testInfo.outputPath('question.png') });
    await page.keyboard.press('Escape');
    await list(page, 'Trash').scrollIntoViewIfNeeded();
    await page.screenshot({ path: testInfo.outputPath('trash.png') });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
