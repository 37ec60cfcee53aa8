import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';

declare const compositorPage: CompositorPage;

test('a graphics card that goes and comes back spoils no frame', async ({ page }) => {
  await page.goto('/harness/compositor.html');
  const seen = await page.evaluate(async () => {
    const size = { width: 270, height: 480 };
    const shot = { frame: 'luxury-1', atmosphere: 'sparkles', text: '✨ Gold', size } as const;
    const { before, refusals, after, encoded } = await compositorPage.drawAroundLoss(shot);
    const sameForEncoder = encoded.before.every((byte, at) => byte === encoded.after[at]);
    return { refusals, sameForEncoder, changed: compositorPage.differenceBox(before, after) };
  });
  // In turn: lost after drawing; lost before drawing; back, but not drawn again.
  expect(seen.refusals).toEqual(['worker-crashed', 'worker-crashed', 'worker-crashed']);
  expect(seen.changed).toBeNull();
  // Whoever reads for an encoder waits until the card is back, and gets the frame.
  expect(seen.sameForEncoder).toBe(true);
});
