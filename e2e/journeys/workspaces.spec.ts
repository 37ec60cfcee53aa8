import { expect, type Page } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import { photo } from '../support/pictures.ts';
import { assetOf, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { makeWorkspace, openWorkspace, studioOf, tracesOf } from '../support/workspaces.ts';
import { violations } from './axe.ts';
import { LAPTOP, openCreate, PHONE } from './create-page.ts';

/** Several workspaces in one browser: nothing crosses from one to another. */

const FIRST = 'default';

/** Queues a short video of one photo. */
async function queueVideo(page: Page, assetId: string, lengthSeconds: number): Promise<string> {
  return await page.evaluate(
    async ([id, length]) => {
      if (!window.studio) throw new Error('The page has no window.studio.');
      const options = { quality: 'freeze', overlay: 'none', name: 'Summer', text: '' } as const;
      const { jobId } = await window.studio.process({ images: [{ assetId: id }], lengthSeconds: length, ...options });
      return jobId;
    },
    [assetId, lengthSeconds] as const,
  );
}

async function finished(page: Page, jobId: string): Promise<RenderJob> {
  return await page.evaluate(
    (id) =>
      new Promise<RenderJob>((resolve) => {
        const stop = window.studio?.jobs.watch(id, (job) => {
          if (job.status === 'pending' || job.status === 'processing') return;
          queueMicrotask(() => stop?.());
          resolve(job);
        });
      }),
    jobId,
  );
}

/** The code of the error that each question about another workspace's things is answered with. */
function refusals(page: Page, ids: { readonly asset: string; readonly job: string }): Promise<string[]> {
  return page.evaluate(async ({ asset, job }) => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const questions: (() => Promise<unknown>)[] = [
      () => studio.assets.get(asset),
      () => studio.assets.remove(asset),
      () => studio.beats.analyse(asset),
      () => studio.process({ images: [{ assetId: asset }], lengthSeconds: 1 }),
      () => studio.jobs.get(job),
      () => studio.jobs.output(job),
      () => studio.jobs.cancel(job),
    ];
    const codes: string[] = [];
    for (const question of questions) {
      codes.push(
        await question().then(
          () => 'answered',
          (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
        ),
      );
    }
    return codes;
  }, ids);
}

test('nothing crosses from one workspace to another, and deleting one leaves the other whole', async ({ page }) => {
  await openStudio(page);
  const path = await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 });
  const asset = await assetOf(page, path);
  const job = await queueVideo(page, asset.id, 1);
  expect((await finished(page, job)).status).toBe('completed');

  const other = await makeWorkspace(page, 'Clara');
  await openWorkspace(page, other.id);
  expect(await page.evaluate(() => window.studio?.assets.list())).toEqual([]);
  expect(await page.evaluate(() => window.studio?.jobs.list())).toEqual([]);
  expect(await refusals(page, { asset: asset.id, job })).toEqual(Array(7).fill('not-found'));

  // The same bytes are stored anew: no workspace needs another's files.
  const twin = await assetOf(page, path);
  expect(twin.hash).toBe(asset.hash);
  expect(twin.id).not.toBe(asset.id);
  const media = (await storedFiles(page)).filter((name) => name.endsWith(asset.hash));
  expect(media.toSorted()).toEqual([FIRST, other.id].map((id) => `workspaces/${id}/media/${asset.hash}`).toSorted());
  const twinJob = await queueVideo(page, twin.id, 1);
  expect((await finished(page, twinJob)).status).toBe('completed');

  expect((await tracesOf(page, FIRST)).length).toBeGreaterThanOrEqual(3);
  await page.evaluate((id) => window.studio?.workspaces.remove(id), FIRST);
  await expect.poll(() => tracesOf(page, FIRST)).toEqual([]);
  expect((await storedFiles(page)).every((name) => name.startsWith(`workspaces/${other.id}/`))).toBe(true);
  expect((await page.evaluate((id) => window.studio?.assets.get(id), twin.id)) === undefined).toBe(false);
  expect(
    await page.evaluate(async (id) => (await window.studio?.jobs.output(id))?.video.size, twinJob),
  ).toBeGreaterThan(1000);
  // The last one stays, and so does the one that is open.
  const refused = await page.evaluate(async (id) => {
    const answer = window.studio?.workspaces.remove(id);
    return await answer?.catch((error: Error) => error.message);
  }, other.id);
  expect(refused).toContain('is open in this tab');
  await page.reload();
  await studioOf(page, other.id);
});

test('each tab has a workspace of its own; one whose workspace is deleted is told, and shown another', async ({
  page,
  context,
}) => {
  await openStudio(page);
  const other = await makeWorkspace(page, 'Clara');
  const second = await context.newPage();
  await openStudio(second);
  await openWorkspace(second, other.id);
  await assetOf(second, await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 }));
  // A reload shows what the tab had open, a new tab what was opened last.
  await page.reload();
  await studioOf(page, FIRST);
  await second.reload();
  await studioOf(second, other.id);

  await page.evaluate((id) => window.studio?.workspaces.remove(id), other.id);
  await studioOf(second, FIRST);
  await expect(second.getByText('was deleted in another one. “My studio” is open here now.')).toBeVisible();
  await expect.poll(() => tracesOf(page, other.id)).toEqual([]);
  const last = await page.evaluate(async (id) => {
    const answer = window.studio?.workspaces.remove(id);
    return await answer?.catch((error: Error) => error.message);
  }, FIRST);
  expect(last).toContain('is open in this tab');
});

test('a deletion that was cut short is finished at the next start', async ({ page }) => {
  await openStudio(page);
  const other = await makeWorkspace(page, 'Clara');
  await openWorkspace(page, other.id);
  await assetOf(page, await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 }));
  await openWorkspace(page, FIRST);
  // As a page leaves it that goes away right after the first step.
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('studio-registry');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('workspaces', 'readwrite');
          const store = transaction.objectStore('workspaces');
          const reading = store.get(id);
          reading.onsuccess = () => store.put({ ...reading.result, state: 'leaving' });
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    other.id,
  );
  expect((await tracesOf(page, other.id)).length).toBeGreaterThan(0);
  await page.reload();
  await studioOf(page, FIRST);
  await expect.poll(() => tracesOf(page, other.id)).toEqual([]);
  expect(await page.evaluate(async () => (await window.studio?.workspaces.list())?.length)).toBe(1);
});

test('an edit is saved and an export goes on when one comes back to a workspace', async ({ page }) => {
  await openCreate(page);
  const other = await makeWorkspace(page, 'Clara');
  const asset = await assetOf(page, await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 }));
  const job = await queueVideo(page, asset.id, 8);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Hook' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Hook' }).fill('Only here');
  await page.getByRole('button', { name: 'workspace My studio' }).click();
  await page.getByRole('button', { name: 'Clara' }).click();
  await studioOf(page, other.id);
  expect(await page.evaluate(() => window.studio?.jobs.list())).toEqual([]);
  await expect(page.getByText('Only here')).toHaveCount(0);

  await openWorkspace(page, FIRST);
  await expect(page.getByRole('textbox', { name: 'Hook' })).toHaveValue('Only here');
  expect((await finished(page, job)).status).toBe('completed');
});

for (const { name, viewport, hasTouch } of [LAPTOP, PHONE]) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('workspaces are made, renamed, opened and deleted by hand', async ({ page }) => {
      await openCreate(page);
      if (name === 'laptop') {
        await page.getByRole('button', { name: 'workspace My studio' }).click();
        await page.getByRole('link', { name: 'Manage workspaces' }).click();
      } else {
        await page.getByRole('button', { name: 'Pages' }).click();
        await page.getByRole('link', { name: 'Workspaces' }).click();
      }
      await expect(page.getByRole('heading', { name: 'Workspaces', level: 1 })).toBeFocused();
      const rows = page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem');
      await expect(rows).toHaveCount(1);
      await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);

      await page.getByRole('button', { name: 'New workspace' }).click();
      const field = page.getByRole('textbox', { name: 'Name of the new workspace' });
      await expect(field).toBeFocused();
      await field.fill('my studio');
      await field.press('Enter');
      await expect(page.getByRole('alert')).toContainText('is called “my studio” already');
      expect(await violations(page)).toEqual([]);
      await field.fill('Clara');
      await field.press('Enter');
      await expect(rows).toHaveCount(2);
      await expect(page.getByRole('button', { name: 'New workspace' })).toBeFocused();
      await page.getByRole('button', { name: 'Rename Clara' }).click();
      await page.getByRole('textbox', { name: 'New name of Clara' }).fill('Clara & Sons, portraits');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Rename Clara & Sons, portraits' })).toBeFocused();
      // The tooltip of what has the focus.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `test-results/workspaces-${name}.png` });

      await page.getByRole('button', { name: 'Open Clara & Sons, portraits' }).click();
      await expect(rows.filter({ hasText: 'Open now' })).toContainText('Clara & Sons, portraits');
      if (name === 'laptop') {
        await page.getByRole('link', { name: 'Create' }).click();
        await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeInViewport({ ratio: 1 });
        await page.screenshot({ path: 'test-results/workspace-create.png' });
        await page.goBack();
      }
      const menu = page.getByRole('button', { name: 'Workspace Clara & Sons, portraits' });
      await menu.click();
      await expect(page.getByRole('link', { name: 'Manage workspaces' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `test-results/workspace-menu-${name}.png` });
      await page.keyboard.press('Escape');
      await expect(menu).toBeFocused();

      await page.getByRole('button', { name: 'Delete My studio' }).click();
      const question = page.getByRole('alertdialog', { name: 'Delete “My studio” for good?' });
      await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `test-results/workspace-delete-${name}.png` });
      await question.getByRole('button', { name: 'Delete for good' }).click();
      await expect(rows).toHaveCount(1);
      await expect.poll(() => tracesOf(page, FIRST)).toEqual([]);
    });
  });
}
