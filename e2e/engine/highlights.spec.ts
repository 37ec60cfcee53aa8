import { expect, test } from '@playwright/test';
import type { ClipsPage } from '../harness/clips/main.ts';
import { clipWithABestPart } from '../support/odd-clips.ts';
import { testFile } from '../support/test-files.ts';

declare const clipsPage: ClipsPage;

test('the best part of a clip is sharp and lively: not black, not blurred, not still', async ({ page }) => {
  await page.goto('/harness/clips.html');
  const start = await page.evaluate(
    async ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return clipsPage.bestPart(new File([bytes], name), 1.5, 9);
    },
    await testFile(await clipWithABestPart()),
  );
  // The sharp motion lasts from 6 s to 8 s.
  expect(start).toBeGreaterThanOrEqual(6);
  expect(start + 1.5).toBeLessThanOrEqual(8);
});
