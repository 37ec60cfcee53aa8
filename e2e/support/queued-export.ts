import type { Page } from '@playwright/test';
import { photo } from './pictures.ts';
import { assetOf } from './studio-page.ts';

/** Queues a small, still video of one photo. @returns the id of its job. */
export async function queueExport(
  page: Page,
  lengthSeconds: number,
  words: { name: string; text?: string },
): Promise<string> {
  const { id } = await assetOf(page, await photo({ name: 'scene.jpg', width: 480, height: 720 }));
  return await page.evaluate(
    async ({ assetId, lengthSeconds, words }) => {
      const request = { images: [{ assetId }], lengthSeconds, quality: 'eco' as const, overlay: 'none' as const };
      const answer = await window.studio?.process({ ...request, ...words });
      if (!answer) throw new Error('The page has no window.studio.');
      return answer.jobId;
    },
    { assetId: id, lengthSeconds, words },
  );
}
