import { expect, test } from '@playwright/test';

test('pages are cross-origin isolated, so that workers may share memory', async ({ page }) => {
  await page.goto('/harness/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('this Chromium encodes H.264', async ({ page }) => {
  await page.goto('/harness/');
  const support = await page.evaluate(() =>
    VideoEncoder.isConfigSupported({ codec: 'avc1.640028', width: 1080, height: 1920, framerate: 30 }),
  );
  expect(support.supported).toBe(true);
});
