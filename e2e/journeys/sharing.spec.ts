import { expect, type Page } from '@playwright/test';
import { queueExport } from '../support/queued-export.ts';
import { openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { PHONE } from './create-page.ts';

interface Shared {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly title: string;
  readonly text: string;
}

declare global {
  interface Window {
    shared?: Shared[];
  }
}

/** What this Chromium lacks, or asks a person for, at its edge: other apps, and the dialog of a place to save to. */
async function withAppsAndPlaces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shared: Shared[] = [];
    const share = async ({ files = [], title = '', text = '' }: ShareData) => {
      shared.push(...files.map(({ name, type, size }) => ({ name, type, bytes: size, title, text })));
    };
    const chosen = async ({ suggestedName }: { suggestedName: string }) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('chosen', { create: true });
      return await folder.getFileHandle(suggestedName, { create: true });
    };
    window.shared = shared;
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    Object.defineProperty(navigator, 'share', { value: share });
    Object.defineProperty(window, 'showSaveFilePicker', { value: chosen });
  });
}

/** A finished video of one second, in the queue. */
async function openFinished(page: Page, name: string): Promise<void> {
  await openStudio(page);
  await queueExport(page, 1, { name });
  await page.getByRole('link', { name: 'Queue' }).click();
  await expect(page.getByRole('button', { name: `Open ${name}` })).toBeVisible({ timeout: 60_000 });
}

test('a finished video goes to other apps, to a place of choice and among the downloads', async ({
  page,
}, testInfo) => {
  await withAppsAndPlaces(page);
  await openFinished(page, 'Sale: 50/50');
  await page.setViewportSize(PHONE.viewport);
  await page.getByRole('button', { name: 'Share Sale: 50/50' }).click();
  await page.getByRole('button', { name: 'Open Sale: 50/50' }).click();
  const video = page.getByRole('dialog');
  await video.getByRole('textbox', { name: 'Text to post' }).fill('My own words');
  await video.getByRole('button', { name: 'Share', exact: true }).click();
  const job = await page.evaluate(async () => (await window.studio?.jobs.list())?.[0]);
  const bytes = job?.output?.bytes ?? 0;
  const sent = { name: 'Sale 50 50.mp4', type: 'video/mp4', bytes, title: 'Sale: 50/50' };
  await expect
    .poll(() => page.evaluate(() => window.shared))
    .toEqual([
      { ...sent, text: 'Sale: 50/50\n\n#luxury #gold' },
      { ...sent, text: 'My own words' },
    ]);

  await video.getByRole('button', { name: 'Save as' }).click();
  await expect(video.getByText('Saved as Sale 50 50.mp4.')).toBeVisible();
  const written = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen');
    return (await (await folder.getFileHandle('Sale 50 50.mp4')).getFile()).size;
  });
  expect(written).toBe(bytes);

  const saving = page.waitForEvent('download');
  await video.getByRole('button', { name: 'Download video' }).click();
  expect((await saving).suggestedFilename()).toBe('Sale 50 50.mp4');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('done.png') });
});

test('a browser without these ways has the download alone', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await openFinished(page, 'Plain');
  await page.getByRole('button', { name: 'Open Plain' }).click();
  const video = page.getByRole('dialog');
  await expect(video.getByRole('button', { name: 'Download video' })).toBeEnabled();
  await expect(video.getByRole('button', { name: /Save as|Share/ })).toHaveCount(0);
});
