import { expect } from '@playwright/test';
import { test } from '../support/test.ts';

test('a page that breaks says so and offers to go on, instead of standing empty', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.transferControlToOffscreen = () => {
      throw new Error('No canvas for you.');
    };
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Something in the studio broke');
  await expect(page.getByRole('alert')).toContainText('saved with each edit');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download log' }).click();
  expect((await saving).suggestedFilename()).toBe('studio-log.jsonl');
});

test('a browser that refuses its file storage, as private windows do, is told all that it lacks', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('Not here.', 'SecurityError'));
    Reflect.deleteProperty(window, 'VideoEncoder');
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText(
    'it lacks private file storage (private windows have none) and video encoding (WebCodecs)',
  );
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
});
